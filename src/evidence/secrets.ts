import { COPULA, mayBeSecret, SECRET_WORDS } from './secret-words.ts';

/**
 * Secrets inside texts: YAML, logs, flags, headers, addresses. Everything here is linear in the text: patterns have
 * bounded repeats and start at a literal, and what is found is skipped.
 */

/** Takes one secret: gives what stands in its place. */
export type Take = (kind: string, secret: string) => string;

const SECRET_NAME = new RegExp(SECRET_WORDS, 'i');

/** Names that only look so: references, switches, file names, durations, counts and Kubernetes' own structure. */
const HARMLESS_NAME =
  /(secretname|secretkeyref|secretref|^(image)?(pull)?secrets$|tokenexpiration|automount|_file$|-file$|file$|_path$|path$|keyref$|_seconds$|_total$|_duration|tokenreview|secretnamespace|signature_version|type$|bootstrapped$|resourceversion$|webhook_configs?$|webhooks?$|webhookconfiguration|^invalid|^expired|^missing)/i;

export function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name) && !HARMLESS_NAME.test(name);
}

export function redactText(text: string, take: Take): string {
  let clean = privateKeys(text, take);
  for (const { kind, pattern, from } of SHAPES) {
    clean = clean.replace(pattern, (match) => {
      const secret = from ? from(match) : match;
      if (secret === '' || secret.startsWith('<redacted')) return match;
      return match.slice(0, match.length - secret.length) + take(kind, secret);
    });
  }
  return settings(urlCredentials(clean, take), take);
}

/** A line of a key in PEM has 64 signs of base64; numbers of objects, hashes in hex and names of classes look otherwise. */
const BASE64_RUN = /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{60,}={0,2}/g;

/**
 * The same, and long runs of base64 without a name, as the lines of a key whose beginning is not there. For lines that
 * people and programs write: answers of APIs hold such runs as well (tokens of lists, bundles of certificates).
 */
export function redactLine(text: string, take: Take): string {
  return redactText(text, take).replace(BASE64_RUN, (run) => (isRandom(run) ? take('base64', run) : run));
}

/** Letters of both cases mixed at random, digits, and few of the slashes that paths are full of. */
function isRandom(run: string): boolean {
  let changes = 0;
  let slashes = 0;
  for (let at = 1; at < run.length; at++) {
    if (run[at] === '/') slashes += 1;
    const pair = run.slice(at - 1, at + 1);
    if (/[a-z][A-Z]|[A-Z][a-z]/.test(pair)) changes += 1;
  }
  return /\d/.test(run) && changes >= run.length / 8 && slashes <= run.length / 15;
}

const MAX_KEY = 20_000;

/** A private key from its BEGIN to its END, whatever stands between (stamps of log lines, headers). */
function privateKeys(text: string, take: Take): string {
  const pieces: string[] = [];
  let from = 0;
  for (let begin = text.indexOf('-----BEGIN '); begin >= 0; begin = text.indexOf('-----BEGIN ', from)) {
    const head = text.slice(begin, begin + 80);
    if (!/^-----BEGIN [A-Z0-9 ]{0,50}PRIVATE KEY/.test(head)) {
      pieces.push(text.slice(from, begin + 11));
      from = begin + 11;
      continue;
    }
    const window = text.slice(begin, begin + MAX_KEY);
    const end = /-----END [A-Z0-9 ]{0,50}PRIVATE KEY[A-Z ]{0,20}-----/.exec(window);
    const length = end ? end.index + end[0].length : window.length;
    pieces.push(text.slice(from, begin), take('private-key', window.slice(0, length)));
    from = begin + length;
  }
  return pieces.length === 0 ? text : pieces.join('') + text.slice(from);
}

/** Everything after the first of these characters. */
const after =
  (...marks: string[]) =>
  (match: string) => {
    const at = Math.max(...marks.map((mark) => match.lastIndexOf(mark)));
    return match.slice(at + 1);
  };

/** Secrets that are known by their looks. The last part of a match is what is taken. */
const SHAPES: readonly { kind: string; pattern: RegExp; from?: (match: string) => string }[] = [
  {
    kind: 'webhook',
    pattern:
      /(?:hooks\.slack(?:-gov)?\.com|discord(?:app)?\.com\/api\/webhooks|(?<=[\w-])\.webhook\.office\.com|api\.telegram\.org)\/[\w/.:@%-]{8,500}/g,
    from: (match) => match.slice(/\.(?:com|org)\//.exec(match)?.index ?? 0).replace(/^\.(?:com|org)\//, ''),
  },
  {
    // Office 365 connectors: the groups and the key after the host, whatever proxy stands before it.
    kind: 'webhook',
    pattern: /\/webhook(?:b2)?\/[^\s"'<>]{1,300}\/IncomingWebhook\/[\w/.@%-]{4,500}/g,
    from: (match) => match.replace(/^\/webhook(?:b2)?\//, ''),
  },
  {
    kind: 'authorization',
    pattern: /\b(?:[Bb]earer|BEARER|Basic|Negotiate|Digest) {1,3}[\w.~+/=-]{6,4000}/g,
    from: after(' '),
  },
  {
    // Schemes of Opsgenie, Elasticsearch, Splunk and Okta.
    kind: 'authorization',
    pattern: /\b(?:[Gg]enie[Kk]ey|ApiKey|Splunk|SSWS) {1,3}(?=[\w.~+/=-]{0,60}\d)[\w.~+/=-]{8,4000}/g,
    from: after(' '),
  },
  {
    // `curl -u user:password`; two numbers are a user and a group of a container.
    kind: 'command',
    pattern:
      /(?<=\s)(?:-u|-U|--user|--proxy-user)(?: {1,3}|=)?["']?(?!\d{1,6}:\d{1,6}(?:\s|$))[\w.@+-]{1,80}:[^\s"']{1,300}/g,
    from: (match) => match.slice(match.indexOf(':') + 1),
  },
  {
    kind: 'command',
    pattern: /\b(?:sshpass -p|redis-cli -a) {0,3}["']?[^\s"']{3,300}/g,
    from: (match) => match.replace(/^\S+ -[pa] {0,3}["']?/, ''),
  },
  {
    // `mysql -u root -pSECRET`: the password follows its letter at once.
    kind: 'command',
    pattern: /\b(?:mysql|mysqldump|mysqladmin|mariadb)\b[^\n|;&]{0,200}? -p[^\s"'-][^\s"']{2,200}/g,
    from: (match) => match.slice(match.lastIndexOf(' -p') + 3),
  },
  {
    // An address whose marks are written as in a query: https%3A%2F%2Fuser%3Asecret%40host.
    kind: 'url',
    pattern: /%2[fF]%2[fF][\w.~-]{1,100}%3[aA](?:[\w.~!*()+-]|%(?!40)[0-9a-fA-F]{2}){1,300}(?=%40)/g,
    from: (match) => match.slice(match.toLowerCase().lastIndexOf('%3a') + 3),
  },
  {
    kind: 'docker-auth',
    pattern: /"auth"\s{0,4}:\s{0,4}"[A-Za-z0-9+/]{8,4000}={0,2}(?=")/g,
    from: (match) => match.slice(match.lastIndexOf('"') + 1),
  },
  { kind: 'jwt', pattern: /(?<![\w-])eyJ[\w-]{8,4000}\.[\w-]{8,4000}\.[\w-]{0,4000}/g },
  { kind: 'aws-key', pattern: /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g },
  {
    kind: 'signature',
    pattern:
      /(?:X-Amz-(?:Signature|Credential|Security-Token)|X-Goog-Signature|(?:[?&](?:sig|key|code)|(?<=[\s;,"'])sig)|\bSignature)=[^&\s"']{6,2000}/g,
    from: (match) => match.slice(match.indexOf('=') + 1),
  },
  { kind: 'key', pattern: /\b(?:gh[opsu]_|github_pat_|glpat-|glsa_|xox[abprs]-|sk-|AIza)[\w-]{16,200}/g },
  { kind: 'password-hash', pattern: /\$2[aby]\$\d\d\$[./A-Za-z0-9]{53}/g },
];

/** `scheme://user:password@host`, `scheme://token@host`, and `user:password@tcp(host)` of database drivers. */
function urlCredentials(text: string, take: Take): string {
  // The pattern begins with no literal and is slow: it runs where its end stands.
  const driver = /@(?:tcp|unix)\(/.test(text)
    ? text.replace(
        /\b([\w.-]{1,60}):([^\s@"'`]{1,200})@(tcp|unix)\(/g,
        (_, user: string, secret: string, net: string) =>
          `${user}:${take('url-credentials', secret)}@${net}(`,
      )
    : text;
  return driver.replace(/:\/\/([^\s"'`<>@]{1,400})@/g, (whole, info: string) => {
    const slash = info.indexOf('/');
    // A path that holds an @ is no password: what stands before it is `host` or `host:port`.
    if (info.startsWith('redacted') || (slash >= 0 && !/:[^/]*[^/\d][^/]*\/|:.*:/.test(info))) return whole;
    return `://${take('url-credentials', info)}@`;
  });
}

const KEYWORD = new RegExp(SECRET_WORDS, 'gi');
const NAME_CHARACTER = /[\w.-]/;
const MAX_NAME = 80;
const MAX_VALUE = 4000;

/** `name: value`, `name=value`, `"name": "value"`, `--name value`, and `name: X` with `value: Y` beside it. */
function settings(text: string, take: Take): string {
  const pieces: string[] = [];
  let from = 0;
  KEYWORD.lastIndex = 0;
  for (let hit = KEYWORD.exec(text); hit; hit = KEYWORD.exec(text)) {
    let start = hit.index;
    while (start > from && hit.index - start < MAX_NAME && NAME_CHARACTER.test(text[start - 1] ?? ''))
      start -= 1;
    let end = hit.index + hit[0].length;
    while (end - hit.index < MAX_NAME && NAME_CHARACTER.test(text[end] ?? '')) end += 1;
    const name = text.slice(start, end);
    KEYWORD.lastIndex = Math.max(end, hit.index + 1);
    const value = settingValue(text, start, end, name);
    if (
      !value ||
      value.start < from ||
      isHarmlessName(name) ||
      isHarmlessValue(text.slice(value.start, value.end), name)
    )
      continue;
    pieces.push(text.slice(from, value.start), take('setting', text.slice(value.start, value.end)));
    from = value.end;
    KEYWORD.lastIndex = Math.max(from, KEYWORD.lastIndex);
  }
  return pieces.length === 0 ? text : pieces.join('') + text.slice(from);
}

const isHarmlessName = (name: string) => HARMLESS_NAME.test(name.replace(/^-+/, ''));

interface Span {
  start: number;
  end: number;
}

function settingValue(text: string, nameStart: number, nameEnd: number, name: string): Span | null {
  const rest = text.slice(nameEnd, nameEnd + 80);
  // `kubectl describe` sets its columns far apart.
  const between = /^(\\{0,3}["']?)([ \t]{0,8})(:=|[:=]>|->|[:=：])([ \t]{0,60})/.exec(rest);
  if (!between)
    return (
      flagValue(text, nameEnd, name) ??
      variableValue(text, nameStart, nameEnd) ??
      quotedBeside(text, nameStart, nameEnd, name) ??
      toldValue(text, nameEnd)
    );
  const start = nameEnd + between[0].length;
  const quote = /^\\{0,3}["'`]/.exec(text.slice(start, start + 4))?.[0];
  if (quote) return quoted(text, start + quote.length, quote);
  const isYaml = between[3] === ':' && /^[ \t]*(?:- )?\\{0,3}["']?$/.test(lineBefore(text, nameStart));
  if (isYaml) return yamlValue(text, start, lineBefore(text, nameStart).length);
  if (/authorization|cookie/i.test(name)) return upTo(text, start, /["'\\\n]/);
  // In the query of an address another parameter follows; elsewhere `&`, `,` and `;` may be part of a password.
  const isQuery = /[?&]$/.test(text.slice(Math.max(0, nameStart - 1), nameStart));
  return upTo(text, start, isQuery ? /[\s"'\\&)]/ : /[\s"'\\})]/);
}

/** `--password VALUE`, as one text or as the next word of a script. */
function flagValue(text: string, nameEnd: number, name: string): Span | null {
  const blank = /^[ \t]{1,3}(?=[^\s-])/.exec(text.slice(nameEnd, nameEnd + 4));
  if (!name.startsWith('-') || !blank) return null;
  return upTo(text, nameEnd + blank[0].length, /[\s"'\\]/);
}

/**
 * `name: DB_PASSWORD` and beside it or on the next line `value: X`, as YAML, JSON or a line of either, escaped or not;
 * also with the value before its name.
 */
function variableValue(text: string, nameStart: number, nameEnd: number): Span | null {
  const before = lineBefore(text, nameStart);
  if (!/(?:name|key)\\{0,3}["']?[ \t]{0,3}[:=][ \t]{0,3}\\{0,3}["']?$/i.test(before)) return null;
  const next =
    /^\\{0,3}["']?[ \t]{0,8},?\s{0,80}\\{0,3}["']?value\\{0,3}["']?[ \t]{0,3}[:=][ \t]{0,3}(\\{0,3}["'`]?)/i.exec(
      text.slice(nameEnd, nameEnd + 200),
    );
  if (!next) return valueBefore(before, nameStart);
  const [whole, mark = ''] = next;
  const start = nameEnd + whole.length;
  if (mark !== '') return quoted(text, start, mark);
  return upTo(text, start, whole.includes('\n') ? /\n/ : /[\s"'}\n]/);
}

/** `"value":"X","name":"` at the end of what stands before a name. */
function valueBefore(before: string, nameStart: number): Span | null {
  const found =
    /value\\{0,3}["'][ \t]{0,3}:[ \t]{0,3}\\{0,3}["']([^"'\\]{1,160})\\{0,3}["'][ \t]{0,3},[ \t]{0,3}\\{0,3}["']name[^,]{1,12}$/i.exec(
      before,
    );
  if (!found) return null;
  const value = found[1] as string;
  const start = nameStart - before.length + found.index + found[0].indexOf(value, 6);
  return { start, end: start + value.length };
}

/** A name of a Kubernetes object, with its namespace or as a reference to a key: RFC 1123. */
const OBJECT_NAME = /^[a-z0-9<][-a-z0-9./=,<>_]*$/;

/** `password "X"`, `secret "x y z"`. The quoted name of a Secret is no secret, nor what a parser quotes. */
function quotedBeside(text: string, nameStart: number, nameEnd: number, name: string): Span | null {
  const mark = /^[ \t]{1,3}(\\{0,3}["'`])/.exec(text.slice(nameEnd, nameEnd + 8));
  if (!mark || /webhook/i.test(name)) return null;
  const span = quoted(text, nameEnd + mark[0].length, mark[1] as string);
  const value = text.slice(span.start, span.end);
  if (!/[\p{L}\d]/u.test(value)) return null;
  if (/secrets?$/i.test(name)) return OBJECT_NAME.test(value) ? null : span;
  if (/pass|pwd|비밀|암호|パス|парол/i.test(name)) return span;
  if (
    /(?:unexpected|expected|invalid|start|illegal) $/i.test(
      text.slice(Math.max(0, nameStart - 12), nameStart),
    )
  )
    return null;
  return /^[\w+/=.~:-]{8,}$/.test(value) && /\d/.test(value) ? span : null;
}

/** `my password is X`, `비밀번호는 X`: the word after it, unless it is an ordinary one. */
function toldValue(text: string, nameEnd: number): Span | null {
  const copula = COPULA.exec(text.slice(nameEnd, nameEnd + 24));
  if (!copula) return null;
  const mark = /^["'`]/.exec(text.slice(nameEnd + copula[0].length, nameEnd + copula[0].length + 1))?.[0];
  const start = nameEnd + copula[0].length + (mark === undefined ? 0 : 1);
  if (mark !== undefined) return quoted(text, start, mark);
  const span = upTo(text, start, /[\s"'\\)}]|[.!?](?:\s|$)|\p{Script=Hangul}/u);
  if (!span) return null;
  const isSure = /^(?:[ \t]{1,3}(?:is|was)|[는은])/i.test(copula[0]);
  return mayBeSecret(text.slice(span.start, span.end), isSure) ? span : null;
}

function lineBefore(text: string, position: number): string {
  const from = Math.max(0, position - 200);
  const before = text.slice(from, position);
  return before.slice(before.lastIndexOf('\n') + 1);
}

/** To the mark that ends it: one after a backslash does not, where the first had none. */
function quoted(text: string, start: number, quote: string): Span {
  const last = Math.min(text.length, start + MAX_VALUE);
  const isPlain = quote.length === 1;
  let end = start;
  while (end < last && text[end] !== '\n' && !text.startsWith(quote, end))
    end += isPlain && quote !== "'" && text[end] === '\\' ? 2 : 1;
  return { start, end: Math.min(end, last) };
}

/** A plain YAML scalar to the end of its line; a block, or a value on the next line, with its deeper lines. */
function yamlValue(text: string, start: number, indent: number): Span | null {
  const window = text.slice(start, start + MAX_VALUE);
  const lines = window.split('\n');
  const first = (lines[0] ?? '').trimEnd();
  const isBlock = /^(?:[|>][+-]?\d?|!!\w+|&\w+)?\s*$/.test(first);
  if (!isBlock) return first.trim() === '' ? null : { start, end: start + first.length };
  let length = (lines[0] ?? '').length;
  let found = false;
  for (const line of lines.slice(1)) {
    const depth = line.length - line.trimStart().length;
    // A mapping or a list below is structure: its own names decide.
    if (
      line.trim() !== '' &&
      (depth <= indent || (first === '' && /^\s*(?:- |[\w."'-]{1,80}:(?: |$))/.test(line)))
    )
      break;
    found ||= line.trim() !== '';
    length += 1 + line.length;
  }
  return found ? { start: start + (lines[0] ?? '').length + 1, end: start + length } : null;
}

function upTo(text: string, start: number, stop: RegExp): Span | null {
  const window = text.slice(start, start + MAX_VALUE);
  const end = window.search(stop);
  // What separates it from the next entry is not part of it: a flow mapping stays YAML.
  const length = window.slice(0, end < 0 ? window.length : end).replace(/[,;]{1,3}$/, '').length;
  return length === 0 ? null : { start, end: start + length };
}

/** Switches, references, short words, and what is already redacted; numbers unless a password may be one. */
function isHarmlessValue(value: string, name: string): boolean {
  const bare = value.trim();
  if (bare.length < 3 || bare.includes('<redacted')) return true;
  if (/^(?:true|false|null|none|[.*x]+|<secret>|\$\([\w.-]{1,80}\)|\$\{[\w.-]{1,80}\})$/.test(bare))
    return true;
  return /^\d{1,9}[smhd]?$/.test(bare) && !/pass|pwd/i.test(name);
}
