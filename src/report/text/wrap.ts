import { cells } from './cells.ts';

/**
 * Breaks a text at blanks so that no line is wider than `width` cells (Korean letters are two cells wide). The
 * first line begins with `indent`, the others with as many blanks.
 */
export function wrap(text: string, width: number, indent = ''): string {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    const room = Math.max(1, width - cells(indent));
    for (const word of paragraph.split(' ').flatMap((one) => pieces(one, room))) {
      const candidate = line === '' ? word : `${line} ${word}`;
      if (line !== '' && cells(indent + candidate) > width) {
        lines.push(line);
        line = word;
      } else line = candidate;
    }
    lines.push(line);
  }
  const hanging = ' '.repeat(cells(indent));
  return lines.map((line, index) => (index === 0 ? indent : hanging) + line).join('\n');
}

/** A word that is wider than a line (an address, a name), cut where the line ends. */
function pieces(word: string, width: number): string[] {
  if (cells(word) <= width) return [word];
  const found: string[] = [];
  let piece = '';
  for (const letter of word) {
    if (piece !== '' && cells(piece + letter) > width) {
      found.push(piece);
      piece = '';
    }
    piece += letter;
  }
  return [...found, piece];
}

/** A text filled with blanks to `width` cells. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - cells(text)));
}
