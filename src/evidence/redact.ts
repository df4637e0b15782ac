import { createHmac } from 'node:crypto';
import { isSecretName, redactLine, redactText, type Take } from './secrets.ts';
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

/** Answers of real systems are far flatter. */
const MAX_DEPTH = 100;
/** Texts that are JSON themselves (annotations, ConfigMaps) are taken apart up to this size. */
const MAX_INNER_JSON = 1024 * 1024;

/** `user:password` in base64, as a file of Docker's has it. */
const DOCKER_AUTH = /^[A-Za-z0-9+/]{8,4000}={0,2}$/;

const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/** A redactor with the installation's key. Names decide over fields, looks and settings over texts. */
export function redactor(key: string): Redactor {
  const counts: Record<string, number> = {};
  const take = (kind: string, secret: string): string => {
    counts[kind] = (counts[kind] ?? 0) + 1;
    return `<redacted:${createHmac('sha256', key).update(secret).digest('hex').slice(0, 10)}>`;
  };
  const clean = cleaner(take);
  return {
    report: () => ({ ...counts }),
    answer: (answer) =>
      answer.ok
        ? { ...answer, body: clean.value(answer.body) }
        : { ...answer, detail: clean.text(answer.detail) },
  };
}

/** Takes secrets out of a text that was not asked for by a request: a paste, a quote. Gives `<redacted>` for each. */
export const withoutSecrets = (text: string): string => inLines.text(text);

const inLines = cleaner(() => '<redacted>', redactLine);

/** The secrets that a text holds, as they stand in it. */
export function secretsIn(text: string): string[] {
  const found: string[] = [];
  const take: Take = (kind, secret) => {
    if (kind !== 'secret' && kind !== 'last-applied') found.push(secret);
    else if (secret.startsWith('"')) found.push(secret.slice(1, -1));
    return '<redacted>';
  };
  cleaner(take, redactLine).text(text);
  return found;
}

/** How values and texts are cleaned; `take` says what stands in the place of each secret. */
function cleaner(
  take: Take,
  redact: (text: string, take: Take) => string = redactText,
): { value(value: Json): Json; text(text: string): string } {
  const cleanText = (text: string, depth: number): string => {
    if (text.length < 6) return text;
    return cleanInnerJson(text, depth) ?? redact(text, take);
  };

  /** A text that is an object of JSON; `null` if it is none, or unchanged by what names say. */
  const cleanInnerJson = (text: string, depth: number): string | null => {
    const start = text.trimStart()[0];
    if ((start !== '{' && start !== '[') || text.length > MAX_INNER_JSON) return null;
    try {
      const value = JSON.parse(text) as Json;
      const before = JSON.stringify(value);
      const after = JSON.stringify(cleanValue(value, '', depth + 1));
      return before === after ? text : after;
    } catch {
      return null;
    }
  };

  const cleanValue = (value: Json, name: string, depth: number): Json => {
    if (depth > MAX_DEPTH) throw new RangeError('nested too deeply');
    if (typeof value === 'string') {
      return isSecretField(name, value) ? take('field', value) : cleanText(value, depth);
    }
    if (typeof value === 'number' && /pass|pwd|pin$/i.test(name) && isSecretName(name))
      return take('field', String(value));
    if (Array.isArray(value)) return value.map((item) => cleanValue(item, name, depth + 1));
    return typeof value === 'object' && value !== null ? cleanObject(value, name, depth + 1) : value;
  };

  const cleanObject = (object: { [key: string]: Json }, name: string, depth: number): Json => {
    const result: { [key: string]: Json } = {};
    const isSecret = object.kind === 'Secret';
    const variable = typeof object.name === 'string' ? object.name : name;
    for (const [key_, value] of Object.entries(object)) {
      if (isSecret && (key_ === 'data' || key_ === 'stringData')) {
        result[key_] = mapValues(value, (entry) => take('secret', JSON.stringify(entry)));
      } else if (object.kind === 'SecretList' && key_ === 'items' && Array.isArray(value)) {
        result[key_] = value.map((item) =>
          cleanValue(isObject(item) ? { kind: 'Secret', ...item } : item, '', depth),
        );
      } else if (key_ === LAST_APPLIED) {
        take('last-applied', ''); // The whole object once more, with all that the other rules would take.
      } else if (key_ === 'value' && typeof value === 'string' && isSecretName(variable)) {
        result[key_] = isHarmlessField(value) ? value : take('variable', value);
      } else {
        result[cleanText(key_, depth)] = cleanValue(value, key_, depth);
      }
    }
    return result;
  };

  return { value: (value) => cleanValue(value, '', 0), text: (text) => cleanText(text, 0) };
}

const isObject = (value: Json): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isSecretField = (name: string, value: string): boolean =>
  (isSecretName(name) && !isHarmlessField(value)) || (name === 'auth' && DOCKER_AUTH.test(value));

/** Empty values, switches, references, and what is already redacted (by us or by Prometheus). */
const isHarmlessField = (value: string): boolean =>
  /^(|true|false|null|<secret>|<redacted(?::[0-9a-f]{10})?>|\$\([\w.-]{1,80}\)|\$\{[\w.-]{1,80}\})$/.test(
    value,
  );

function mapValues(value: Json, map: (entry: Json) => Json): Json {
  if (!isObject(value)) return map(value);
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, map(entry)]));
}
