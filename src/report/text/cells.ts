import { stripVTControlCharacters } from 'node:util';
import { eastAsianWidth } from 'get-east-asian-width';

/** Marks on the letter before, the later parts of a Korean syllable that is written in parts, and what is not seen. */
const WITHOUT_CELL = /[\p{Mn}\p{Me}\p{Cf}\p{Cc}\u1160-\u11ff]/u;

/**
 * Cells of a terminal that a text takes: Korean letters take two, colours none. `string-width` knows emoji of several
 * parts besides, and takes 60 ms to load for it, an eighth of a diagnosis.
 */
export function cells(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length;
  let count = 0;
  for (const letter of stripVTControlCharacters(text)) {
    if (!WITHOUT_CELL.test(letter)) count += eastAsianWidth(letter.codePointAt(0) ?? 0);
  }
  return count;
}
