import {
  type ObservedSource,
  UNTOLD_REASONS,
  type UnknownSetting,
  type UntoldReason,
} from '../fleet/file/observed.ts';
import { pathText } from '../fleet/file/problem.ts';
import { type Language, type MessageKey, message } from '../messages/messages.ts';

/** Words of what was observed of a fleet's settings. */

/** What was seen, and cannot stand in the file. */
const UNWRITTEN: readonly string[] = ['not-expressible', 'differs', 'contradicts'] satisfies UntoldReason[];

/** A comment of the file: `could not tell: objectStorage.endpoint (in a Secret, which is not read)` */
export function untoldSentence(language: Language, unknown: UnknownSetting): string {
  const what = untoldSetting(language, unknown);
  return message(language, UNWRITTEN.includes(unknown.why) ? 'unwritten' : 'untold', { what });
}

/** `objectStorage.endpoint (in a Secret, which is not read)` */
export function untoldSetting(language: Language, { path, why, detail, cluster }: UnknownSetting): string {
  const isOwn = UNTOLD_REASONS.includes(why as UntoldReason);
  const reason = message(language, `${isOwn ? 'untold' : 'why'}.${why}` as MessageKey);
  const because = [detail === null ? reason : `${reason}: ${detail}`, cluster].filter((part) => part !== '');
  return message(language, 'untold.setting', { path: pathText(path), why: because.join('; ') });
}

/** A setting's value as it would stand in the file. */
export function valueText(language: Language, value: unknown): string {
  if (value === null || value === undefined) return message(language, 'settings.none');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

const SHOWN = 3;

/** Where it was seen: `StatefulSet monitoring/thanos-receive, --tsdb.retention; cluster-01`. */
export function sourcesText(language: Language, sources: readonly ObservedSource[]): string {
  const clusters = [...new Set(sources.map(({ cluster }) => cluster))];
  const more = clusters.length - SHOWN;
  const named = clusters.slice(0, SHOWN).join(', ');
  const where = more > 0 ? message(language, 'settings.more', { names: named, count: more }) : named;
  const [first] = sources;
  if (!first) return where;
  const field = first.isDefault ? message(language, 'settings.default', { field: first.field }) : first.field;
  return (
    [...new Set([objectText(first), field])].filter((part) => part !== '').join(', ') +
    (where && `; ${where}`)
  );
}

/** A component's key without its cluster, as people call it; the path of a list as it is. */
function objectText({ object, cluster }: ObservedSource): string {
  if (object === cluster) return '';
  const [first, namespace, kind, name, ...rest] = object.split('/');
  return first === cluster && name !== undefined
    ? `${kind} ${namespace}/${[name, ...rest].join('/')}`
    : object;
}
