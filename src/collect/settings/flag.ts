import type { SettingPath } from '../../fleet/file/observed.ts';
import { flagValue } from '../../fleet/flags.ts';
import { defaultOf } from './defaults.ts';
import { isHidden } from './forms.ts';
import { inPart, type Noted, seen, untold } from './noted.ts';
import type { Part } from './part.ts';

/**
 * A setting that a flag gives: as the arguments have it, else as the process tells it, else the default of its
 * version. `read` gives the value in the form of `fleet.yaml`, or `null` where the file has no words for it.
 */
export function ofFlag(part: Part, path: SettingPath, flag: string, read: (text: string) => unknown): Noted {
  const given = flagText(part, flag);
  if (given === null) return untold(path, 'not-visible', part.cluster.name, flag);
  const value = read(given.text);
  return value === null
    ? untold(path, 'not-expressible', part.cluster.name, `${flag}=${given.text}`)
    : seen(path, value, inPart(part, flag, given.isDefault));
}

/** The text of a flag; `null` where neither the arguments, the process nor its version tell. */
export function flagText(part: Part, flag: string): { text: string; isDefault: boolean } | null {
  const { args, role } = part.component;
  const given = flagValue(args, flag);
  if (given !== null && !isHidden(given)) return { text: given, isDefault: false };
  const told = part.flags?.[flag.replace(/^--/, '')];
  if (told !== undefined && !isHidden(told) && told !== '') return { text: told, isDefault: given === null };
  // What is given and only known when the program starts is no default.
  const otherwise = given === null ? defaultOf(role, flag, part.version) : null;
  return otherwise === null ? null : { text: otherwise, isDefault: true };
}

/** A switch: `--flag`, `--no-flag`, `--flag=false`. */
export function ofSwitch(part: Part, path: SettingPath, flag: string): Noted {
  const bare = flag.replace(/^--/, '');
  const { args } = part.component;
  if (args.includes(`--no-${bare}`)) return seen(path, false, inPart(part, `--no-${bare}`));
  if (args.includes(flag)) return seen(path, true, inPart(part, flag));
  return ofFlag(part, path, flag, (text) => (text === 'true' ? true : text === 'false' ? false : null));
}
