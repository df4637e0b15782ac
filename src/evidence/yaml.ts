import { parseDocument } from 'yaml';
import { isRecord } from './json.ts';

/** Configurations of real systems are far below. */
const MAX_CHARACTERS = 2 * 1024 * 1024;

/** A YAML mapping; `null` if the text is anything else or has errors. The parser bounds aliases by itself. */
export function readYamlMapping(text: string): Record<string, unknown> | null {
  if (text.length > MAX_CHARACTERS) return null;
  const document = parseDocument(text, { logLevel: 'silent', uniqueKeys: false });
  if (document.errors.length > 0) return null;
  try {
    const value: unknown = document.toJS({ maxAliasCount: 20 });
    return isRecord(value) ? value : null;
  } catch {
    return null; // Too many aliases.
  }
}
