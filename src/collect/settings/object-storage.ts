import { podKey } from '../../evidence/evidence.ts';
import { at, text } from '../../evidence/json.ts';
import { configFileOf, podsOf } from '../../evidence/views.ts';
import { readYamlMapping } from '../../evidence/yaml.ts';
import { flagValue } from '../../fleet/flags.ts';
import { isHidden } from './forms.ts';
import { inPart, type Noted, seen, untold } from './noted.ts';
import type { Part } from './part.ts';
import { type SecretRef, secretAt, secretVariable } from './workload.ts';
import type { World } from './world.ts';

const INLINE = '--objstore.config';
const FILE = '--objstore.config-file';

/** Where blocks are kept. The configuration is a Secret, and is not read: but its clients' metrics name the bucket. */
export function objectStorageSettings(world: World): Noted[] {
  const clients = (['receive', 'store', 'compactor', 'ruler', 'sidecar'] as const)
    .flatMap((role) => world.parts(role))
    .filter(({ component: { args } }) => flagValue(args, INLINE) !== null || flagValue(args, FILE) !== null);
  const secrets = clients.flatMap(secretOf);
  return [...secrets, ...apart(clients, secrets), ...bucketOf(clients), ...endpointOf(clients)];
}

/** What the clients do not have in common, the file cannot say. */
function apart(clients: readonly Part[], secrets: readonly Noted[]): Noted[] {
  const [first] = clients;
  if (!first) return [];
  return (['name', 'key'] as const).flatMap((field) => {
    const values = new Set(secrets.map((noted) => text('value' in noted ? noted.value : null, field)));
    const path = ['objectStorage', 'secret', field];
    return values.size > 1
      ? [untold(path, 'not-expressible', first.cluster.name, [...values].join(', '))]
      : [];
  });
}

/** Each client may have a Secret of its own; the file names one. */
function secretOf(part: Part): Noted[] {
  const path = ['objectStorage', 'secret'];
  const { args } = part.component;
  const file = flagValue(args, FILE);
  const variable = /^\$\(([A-Za-z_]\w{0,100})\)$/.exec(flagValue(args, INLINE) ?? '')?.[1];
  const secret: SecretRef | null =
    file !== null ? secretAt(part, file) : variable === undefined ? null : secretVariable(part, variable);
  return secret ? [seen(path, secret, inPart(part, file === null ? INLINE : FILE))] : [];
}

function bucketOf(clients: readonly Part[]): Noted[] {
  const path = ['objectStorage', 'bucket'];
  // A file that leaves it out means that of the Secret.
  const accepts = [null];
  for (const part of clients) {
    const open = text(openConfig(part), 'config', 'bucket');
    if (open !== undefined && !isHidden(open)) return [seen(path, open, inPart(part, 'bucket'), accepts)];
  }
  const told = clients.flatMap((part) => bucketsInMetrics(part).map((bucket) => ({ part, bucket })));
  const [first] = told;
  if (first && told.every(({ bucket }) => bucket === first.bucket))
    return [seen(path, first.bucket, inPart(first.part, OPERATIONS), accepts)];
  return unseen(path, clients, first && [...new Set(told.map(({ bucket }) => bucket))].join(', '));
}

const OPERATIONS = 'thanos_objstore_bucket_operations_total';

function bucketsInMetrics(part: Part): string[] {
  const found = podsOf(part.cluster, part.component).flatMap((pod) => {
    const look = part.cluster.metrics.get(podKey(pod));
    return look?.seen ? look.value.samples(OPERATIONS).map(({ labels }) => labels.bucket ?? '') : [];
  });
  return [...new Set(found)].filter((bucket) => bucket !== '');
}

function endpointOf(clients: readonly Part[]): Noted[] {
  const path = ['objectStorage', 'endpoint'];
  for (const part of clients) {
    const endpoint = text(openConfig(part), 'config', 'endpoint');
    if (endpoint !== undefined && !isHidden(endpoint))
      return [seen(path, endpoint, inPart(part, 'endpoint'), [null])];
  }
  return unseen(path, clients);
}

/** The configuration where it is none of a Secret: in the arguments or in a ConfigMap. */
function openConfig(part: Part): unknown {
  const inline = flagValue(part.component.args, INLINE);
  const content = inline ?? configFileOf(part.cluster, part.component, FILE)?.content;
  const yaml = content === undefined ? null : readYamlMapping(content);
  return at(yaml, 'config') === undefined ? null : yaml;
}

function unseen(path: readonly string[], clients: readonly Part[], detail: string | null = null): Noted[] {
  const [first] = clients;
  if (!first) return [];
  const isSecret = clients.some((part) => secretOf(part).length > 0);
  return [untold(path, isSecret ? 'secret' : 'not-visible', first.cluster.name, detail)];
}
