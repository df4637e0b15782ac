import { list, number, text } from '../../evidence/json.ts';
import { readYamlMapping } from '../../evidence/yaml.ts';
import { isHidden, wholeNumber } from './forms.ts';
import { inPart, type Noted, seen, untold } from './noted.ts';
import type { Part } from './part.ts';
import { resources, secretVariable } from './workload.ts';
import { onePart, type World } from './world.ts';

/** Fluent Bit of each cluster, and where it ships logs. */
export function logSettings(world: World): Noted[] {
  const found = world.parts('log-shipper');
  const none = onePart(world, 'logs', [], { path: ['logs', 'enabled'], value: false });
  if (found.length === 0) return none.notes;
  return world.clusters.flatMap(({ context, blind }) => {
    const [part, ...others] = found.filter(({ cluster }) => cluster.name === context);
    if (!part) {
      // The file has one setting for all clusters: one that ships nothing differs.
      const where = { cluster: context, object: context, field: 'logs' };
      return blind ? [] : [seen(['logs', 'enabled'], false, where)];
    }
    return [...others.map(alsoRuns), ...ofShipper(part)];
  });
}

const alsoRuns = ({ component: { ref } }: Part): Noted =>
  untold(['logs'], 'not-expressible', ref.cluster, `${ref.kind} ${ref.namespace}/${ref.name}`);

type Output = Readonly<Record<string, string>>;

function ofShipper(part: Part): Noted[] {
  const enabled = seen(['logs', 'enabled'], true, inPart(part, 'fluent-bit'));
  const used = resources(part, ['logs', 'resources']);
  const outputs = outputsOf(part);
  const stores = outputs.filter(({ name }) => name === 'opensearch' || name === 'es');
  const [output] = stores;
  if (!output || outputs.length > 1) {
    const names = outputs.map(({ name }) => name ?? '').join(', ');
    const why = outputs.length === 0 ? 'not-visible' : 'not-expressible';
    return [enabled, ...used, untold(['logs', 'host'], why, part.cluster.name, names || null)];
  }
  return [enabled, ...used, ...fromOutput(part, output)];
}

/** Fluent Bit's own defaults (`plugins/out_opensearch`, `plugins/out_es` of 2.0 to 4.0). */
const DEFAULTS = { host: '127.0.0.1', port: '9200', tls: 'off', logstash_prefix: 'logstash' } as const;

function fromOutput(part: Part, output: Output): Noted[] {
  const setting = (field: string, key: keyof typeof DEFAULTS, read: (text: string) => unknown): Noted => {
    const path = ['logs', field];
    const given = output[key];
    if (given !== undefined && isHidden(given)) return untold(path, 'not-visible', part.cluster.name, key);
    const value = read(given ?? DEFAULTS[key]);
    return value === null
      ? untold(path, 'not-expressible', part.cluster.name, given ?? null)
      : seen(path, value, inPart(part, key, given === undefined));
  };
  const isOn = (value: string) => /^(on|true|yes)$/i.test(value);
  return [
    setting('host', 'host', (value) => value),
    setting('port', 'port', wholeNumber),
    setting('tls', 'tls', isOn),
    isOn(output.logstash_format ?? '')
      ? setting('indexPrefix', 'logstash_prefix', (value) => value)
      : untold(['logs', 'indexPrefix'], 'not-expressible', part.cluster.name, output.index ?? 'fluent-bit'),
    credential(part, 'username', output.http_user),
    credential(part, 'password', output.http_passwd),
  ];
}

/** A user or password is a variable that a Secret gives; written out it is nothing that the file takes. */
function credential(part: Part, field: string, given: string | undefined): Noted {
  const path = ['logs', field];
  if (given === undefined) return seen(path, null, inPart(part, `http_${field}`));
  const variable = /^\$\{([A-Za-z_]\w{0,100})\}$/.exec(given)?.[1];
  const secret = variable === undefined ? null : secretVariable(part, variable);
  return secret
    ? seen(path, secret, inPart(part, variable ?? ''))
    : untold(path, 'secret', part.cluster.name, variable ?? null);
}

/** The outputs of all configuration that is mounted, in either of Fluent Bit's forms. Names in small letters. */
function outputsOf(part: Part): Output[] {
  const { component, container, spec, cluster } = part;
  const names = (container?.mounts ?? []).flatMap(
    ({ volume }) => spec?.volumes.find(({ name }) => name === volume)?.configMap ?? [],
  );
  return [...new Set(names)].flatMap((name) => {
    const look = cluster.configMaps.get(`${component.ref.namespace}/${name}`);
    return look?.seen ? Object.values(look.value.data).flatMap((content) => outputsIn(content)) : [];
  });
}

function outputsIn(content: string): Output[] {
  const yaml = readYamlMapping(content);
  const outputs = list(yaml, 'pipeline', 'outputs');
  if (outputs.length > 0) return outputs.map(inSmallLetters);
  return [...content.matchAll(/^\s{0,20}\[OUTPUT\]([^[]{0,20000})/gim)].map(([, body = '']) =>
    Object.fromEntries(
      body
        .split('\n')
        .map((line) => /^\s{1,20}([\w.]{1,60})\s{1,60}(\S.{0,1000}?)\s{0,60}$/.exec(line))
        .flatMap((match) => (match ? [[(match[1] ?? '').toLowerCase(), match[2] ?? '']] : [])),
    ),
  );
}

/** Values may be written as numbers or switches. */
function inSmallLetters(output: unknown): Output {
  return Object.fromEntries(
    Object.keys(output as object).map((key) => {
      const value = text(output, key) ?? number(output, key)?.toString();
      return [key.toLowerCase(), value ?? String((output as Record<string, unknown>)[key])];
    }),
  );
}
