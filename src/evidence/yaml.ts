import { loadAll } from 'js-yaml';
import { isRecord } from './json.ts';

/** Configurations of real systems are far below. */
const MAX_CHARACTERS = 2 * 1024 * 1024;
/** Each may double what is walked through. */
const MAX_ALIASES = 20;

/**
 * The first document as a YAML mapping, which is all that Go's programs read; `null` if the text is anything else or has
 * errors. Every cluster's configuration is read here: `yaml`, which keeps positions for `fleet.yaml`, takes seven times as
 * long. `json`: of equal keys the last counts.
 */
export function readYamlMapping(text: string): Record<string, unknown> | null {
  if (text.length > MAX_CHARACTERS) return null;
  try {
    const [value] = loadAll(text, { json: true, maxAliases: MAX_ALIASES });
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}
