import { defaultOf } from './defaults.ts';
import { flagText } from './flag.ts';
import { wholeNumber } from './forms.ts';
import { inPart, type Noted, seen, untold } from './noted.ts';
import type { Part } from './part.ts';
import { replicasAndResources } from './workload.ts';
import { onePart, type World } from './world.ts';

/** Memcached, for the answers of Query Frontend and the index of Store. */
export function cacheSettings(world: World): Noted[] {
  const none = { path: ['cache', 'enabled'], value: false };
  const { part, notes } = onePart(world, 'cache', world.parts('cache'), none);
  if (!part) return notes;
  return [
    ...notes,
    seen(['cache', 'enabled'], true, inPart(part, 'memcached')),
    ...replicasAndResources(part, ['cache']),
    setting(part, 'memory', { flag: '--memory-limit', short: '-m', variable: 'MEMCACHED_CACHE_SIZE' }),
    setting(part, 'maxItemSize', {
      ...{ flag: '--max-item-size', short: '-I', variable: 'MEMCACHED_MAX_ITEM_SIZE' },
    }),
  ];
}

/** A setting in MiB: as a flag of either form, or as the variable that Bitnami's image makes one of. */
function setting(
  part: Part,
  field: 'memory' | 'maxItemSize',
  names: { flag: string; short: string; variable: string },
): Noted {
  const path = ['cache', field];
  const variable = part.container?.env.find(({ name }) => name === names.variable)?.value ?? null;
  const given = flagText(part, names.flag);
  const own = given?.isDefault === false ? given.text : (shortFlag(part, names.short) ?? variable);
  // Bitnami's image has defaults of its own.
  const isBitnami = part.component.image.includes('bitnami');
  const text = own ?? (isBitnami ? null : defaultOf('cache', names.flag, part.version));
  if (text === null) return untold(path, 'not-visible', part.cluster.name, names.flag);
  const value = field === 'memory' ? wholeNumber(text) : mebibytes(text);
  return value === null
    ? untold(path, 'not-expressible', part.cluster.name, `${names.flag}=${text}`)
    : seen(path, value, inPart(part, names.flag, own === null));
}

/** `-m 64` and `-m64`. */
function shortFlag({ component: { args } }: Part, flag: string): string | null {
  const at = args.findLastIndex((word) => word === flag || new RegExp(`^${flag}\\d`).test(word));
  const word = args[at];
  if (word === undefined) return null;
  return word === flag ? (args[at + 1] ?? null) : word.slice(flag.length);
}

/** `5m`, `2097152`, `512k`: whole MiB, or nothing that the file could say. */
function mebibytes(text: string): number | null {
  const match = /^(\d{1,10})([kKmMgG]?)$/.exec(text);
  if (!match) return null;
  const factor = { '': 1 / 1024 ** 2, k: 1 / 1024, m: 1, g: 1024 }[(match[2] ?? '').toLowerCase()] ?? 0;
  const value = Number(match[1]) * factor;
  return Number.isInteger(value) ? value : null;
}
