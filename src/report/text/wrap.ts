import { cells } from './cells.ts';

/**
 * Breaks a text at blanks so that no line is wider than `width` cells (Korean letters are two cells wide). The
 * first line begins with `indent`, the others with as many blanks.
 */
export function wrap(text: string, width: number, indent = ''): string {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const word of paragraph.split(' ')) {
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

/** A text filled with blanks to `width` cells. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - cells(text)));
}
