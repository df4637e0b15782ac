import { parseDocument } from 'yaml';
import { isRecord } from './json.ts';

/** A YAML mapping; `null` if the text is anything else or has errors. The parser bounds aliases by itself. */
export function readYamlMapping(text: string): Record<string, unknown> | null {
  const document = parseDocument(text, { logLevel: 'silent', uniqueKeys: false });
  if (document.errors.length > 0) return null;
  try {
    const value: unknown = document.toJS();
    return isRecord(value) ? value : null;
  } catch {
    return null; // Too many aliases.
  }
}
