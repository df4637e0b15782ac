import { at, isRecord, list, text } from '../../evidence/json.ts';
import type { SettingPath } from '../../fleet/file/observed.ts';
import { type Noted, seen, type untold, type Where } from './noted.ts';
import type { Part } from './part.ts';
import { customResourceOf } from './prometheus-yaml.ts';
import { type SecretRef, secretAt } from './workload.ts';

interface Entry {
  path(...steps: string[]): SettingPath;
  where(field: string): Where;
  untold(steps: readonly string[], why: Parameters<typeof untold>[1], detail?: string): Noted;
}

/** Ways of signing on for which the file has no words. */
const OTHER_WAYS = ['oauth2', 'sigv4', 'azuread', 'google_iam'];

/**
 * Which Secrets a writer signs on with. A running configuration shows how, and never with what: the names are in the
 * custom resource, or in the files that the configuration reads.
 */
export function authOf(part: Part, config: unknown, entry: Entry): Noted {
  const other = OTHER_WAYS.find((way) => at(config, way) !== undefined);
  if (other) return entry.untold(['auth'], 'not-expressible', other);
  const basic = at(config, 'basic_auth');
  const bearer = at(config, 'authorization') ?? bearerOf(config);
  if (!isRecord(basic) && !isRecord(bearer))
    return seen(entry.path('auth'), { type: 'none' }, entry.where('auth'));
  const resource = resourceEntry(part, text(config, 'url'));
  const secret = (...path: string[]) => secretIn(at(resource, ...path));
  const file = (name: string | undefined) => secretFile(part, name);
  if (isRecord(basic)) {
    const username = secret('basicAuth', 'username') ?? file(text(basic, 'username_file'));
    const password = secret('basicAuth', 'password') ?? file(text(basic, 'password_file'));
    return username && password
      ? seen(entry.path('auth'), { type: 'basic', username, password }, entry.where('basic_auth'))
      : entry.untold(['auth'], hiddenBy(part), 'basic_auth');
  }
  const type = text(bearer, 'type') ?? 'Bearer';
  if (type.toLowerCase() !== 'bearer') return entry.untold(['auth'], 'not-expressible', type);
  const token =
    secret('authorization', 'credentials') ??
    secret('bearerTokenSecret') ??
    file(text(bearer, 'credentials_file'));
  return token
    ? seen(entry.path('auth'), { type: 'bearer', token }, entry.where('authorization'))
    : entry.untold(['auth'], hiddenBy(part), 'authorization');
}

function bearerOf(config: unknown): Record<string, unknown> | undefined {
  const credentialsFile = text(config, 'bearer_token_file');
  if (credentialsFile !== undefined) return { credentials_file: credentialsFile };
  return at(config, 'bearer_token') === undefined ? undefined : {};
}

/** The Secret with the certificate authority that a writer trusts. */
export function caOf(part: Part, config: unknown, entry: Entry): Noted {
  const path = entry.path('tls', 'ca');
  const tls = at(config, 'tls_config');
  const caFile = text(tls, 'ca_file');
  if (caFile === undefined && at(tls, 'ca') === undefined)
    return seen(path, null, entry.where('tls_config.ca'));
  const resource = resourceEntry(part, text(config, 'url'));
  const ca = secretIn(at(resource, 'tlsConfig', 'ca', 'secret')) ?? secretFile(part, caFile);
  if (ca) return seen(path, ca, entry.where('tls_config.ca'));
  const why = resource === null ? hiddenBy(part) : 'not-expressible';
  return entry.untold(
    ['tls', 'ca'],
    caFile === undefined ? why : 'not-expressible',
    caFile ?? 'tls_config.ca',
  );
}

/** The same remote write in the custom resource, where an operator made the configuration of one. */
function resourceEntry(part: Part, url: string | undefined): unknown {
  const object = customResourceOf(part)?.object;
  if (!object) return null;
  return list(object.spec, 'remoteWrite').find((item) => text(item, 'url') === url) ?? null;
}

/** The Secret of a file. An operator gathers files of several Secrets in one of its own: that one tells nothing. */
const secretFile = (part: Part, file: string | undefined): SecretRef | null =>
  file === undefined || customResourceOf(part) ? null : secretAt(part, file);

function secretIn(value: unknown): SecretRef | null {
  const [name, key] = [text(value, 'name'), text(value, 'key')];
  return name === undefined || key === undefined ? null : { name, key };
}

/** Why the name of a Secret is not known: the resource that has it could not be seen, or nothing names it. */
function hiddenBy(part: Part): Parameters<typeof untold>[1] {
  const look = customResourceOf(part)?.look;
  return look && !look.seen ? look.reason : 'secret';
}
