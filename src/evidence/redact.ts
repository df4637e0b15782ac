import { createHmac } from 'node:crypto';
import type { Answer, Json } from './transport.ts';

/**
 * Takes secrets out of answers before anything else sees them. What was taken stays comparable: the same
 * secret gives the same digest, keyed with a secret of the installation.
 */
export interface Redactor {
  answer(answer: Answer): Answer;
  /** How many values were taken out so far, by kind. */
  report(): Record<string, number>;
}

/** Names of fields, variables, flags and settings whose values are secrets. */
const SECRET_NAME =
  /(password|passwd|passphrase|secret|token|api[-_]?key|apikey|access[-_]?key|private[-_]?key|account[-_]?key|sas[-_]?key|credential|authorization|webhook|slack_api_url|slack[-_]url|service[-_]?key|routing[-_]?key|encryption[-_]?key)/i;

/** Names that only look so: references, switches, file names, durations and Kubernetes' own structure. */
const HARMLESS_NAME =
  /(secretname|secretkeyref|secretref|secrets$|tokenexpiration|automount|_file$|-file$|file$|_path$|path$|keyref$|_seconds$|_total$|_duration|tokenreview|secretnamespace|signature_version|type$|bootstrapped$|resourceversion$|^invalid|^expired|^missing)/i;

/** Secrets that are known by their looks, wherever they stand. Every pattern is linear: no nested repeats. */
const SHAPES: readonly {
  kind: string;
  pattern: RegExp;
  replace: (match: string, digest: Digest) => string;
}[] = [
  {
    kind: 'private-key',
    pattern:
      /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[A-Za-z0-9+/=\s\\n]{0,20000}(-----END [A-Z ]{0,40}PRIVATE KEY-----)?/g,
    replace: (match, digest) => digest(match),
  },
  {
    kind: 'url-credentials',
    pattern: /:\/\/[^\s/@:'"]{0,200}:[^\s/@'"]{1,200}@/g,
    replace: (match, digest) => `://${digest(match.slice(3, -1))}@`,
  },
  {
    kind: 'webhook',
    pattern: /hooks\.slack\.com\/[A-Za-z]{1,20}\/[A-Za-z0-9/_-]{1,200}/g,
    replace: (match, digest) => `hooks.slack.com/${digest(match)}`,
  },
  {
    kind: 'authorization',
    pattern: /\b(Bearer|Basic)[ +]+[A-Za-z0-9._~+/=-]{8,4000}/g,
    replace: (match, digest) => `${match.split(/[ +]/, 1)[0]} ${digest(match)}`,
  },
  {
    kind: 'jwt',
    pattern: /\beyJ[A-Za-z0-9_-]{8,4000}\.[A-Za-z0-9_-]{8,4000}\.[A-Za-z0-9_-]{0,4000}/g,
    replace: (match, digest) => digest(match),
  },
  { kind: 'aws-key', pattern: /\b(AKIA|ASIA)[0-9A-Z]{16}\b/g, replace: (match, digest) => digest(match) },
  {
    kind: 'signature',
    pattern: /X-Amz-(Signature|Credential|Security-Token)=[^&\s"']{1,2000}/g,
    replace: (match, digest) => `${match.slice(0, match.indexOf('='))}=${digest(match)}`,
  },
];

/** `name: value`, `name=value`, `"name": "value"` and `--name value` inside a text. */
const ASSIGNMENT =
  /([A-Za-z0-9_.-]{0,60}(?:password|passwd|passphrase|secret|token|api[-_]?key|access[-_]?key|private[-_]?key|account[-_]?key|webhook|slack_api_url)[A-Za-z0-9_-]{0,20})(\\?["']?[ \t]{0,3}[:=][ \t]{0,3}\\?["']?)([^\s"'\\,;}&]{3,4000})/gi;

type Digest = (secret: string) => string;

const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/** A redactor with the installation's key. Patterns run over texts only; names decide over fields. */
export function redactor(key: string): Redactor {
  const counts: Record<string, number> = {};
  const digest =
    (kind: string): Digest =>
    (secret) => {
      counts[kind] = (counts[kind] ?? 0) + 1;
      return `<redacted:${createHmac('sha256', key).update(secret).digest('hex').slice(0, 10)}>`;
    };

  const cleanText = (text: string): string => {
    if (text.length < 6) return text;
    let clean = text;
    for (const { kind, pattern, replace } of SHAPES)
      clean = clean.replace(pattern, (match) => replace(match, digest(kind)));
    return clean.replace(ASSIGNMENT, (whole, name: string, between: string, value: string) => {
      if (HARMLESS_NAME.test(name) || isHarmlessValue(value)) return whole;
      return `${name}${between}${digest('assignment')(value)}`;
    });
  };

  const cleanValue = (value: Json, name: string): Json => {
    if (typeof value === 'string') {
      return isSecretName(name) && !isHarmlessValue(value) ? digest('field')(value) : cleanText(value);
    }
    if (Array.isArray(value)) return value.map((item) => cleanValue(item, name));
    return typeof value === 'object' && value !== null ? cleanObject(value) : value;
  };

  const cleanObject = (object: { [key: string]: Json }): Json => {
    const result: { [key: string]: Json } = {};
    const isSecret = object.kind === 'Secret';
    const isVariable = typeof object.name === 'string' && typeof object.value === 'string';
    for (const [key_, value] of Object.entries(object)) {
      if (
        isSecret &&
        (key_ === 'data' || key_ === 'stringData') &&
        typeof value === 'object' &&
        value !== null
      ) {
        result[key_] = mapValues(value, (entry) => digest('secret')(JSON.stringify(entry)));
      } else if (key_ === LAST_APPLIED) {
        digest('last-applied')(''); // The whole object once more, with all that the other rules would take.
      } else if (isVariable && key_ === 'value' && isSecretName(object.name as string)) {
        result[key_] = isHarmlessValue(value as string) ? value : digest('variable')(value as string);
      } else {
        result[key_] = cleanValue(value, key_);
      }
    }
    return result;
  };

  return {
    report: () => ({ ...counts }),
    answer: (answer) => {
      if (!answer.ok) return { ...answer, detail: cleanText(answer.detail) };
      return { ...answer, body: cleanValue(answer.body, '') };
    },
  };
}

function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name) && !HARMLESS_NAME.test(name);
}

/** References, empty values, numbers, switches and what is already redacted (by us or by Prometheus). */
function isHarmlessValue(value: string): boolean {
  return /^(|true|false|null|\d{1,9}|<secret>|<redacted.{0,20}|\$\(.{1,80}\)|\$\{.{1,80}\}|\/[\w./-]{1,200})$/.test(
    value,
  );
}

function mapValues(value: Json, map: (entry: Json) => Json): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return map(value);
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, map(entry)]));
}
