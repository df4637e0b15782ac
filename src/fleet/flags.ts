/** Values of a flag, in the forms `--flag=value` and `--flag value`. */
export function flagValues(words: readonly string[], flag: string): string[] {
  const start = `${flag}=`;
  return words.flatMap((word, index) => {
    if (word.startsWith(start)) return [word.slice(start.length).replace(/^["']|["']$/g, '')];
    const next = words[index + 1];
    return word === flag && next !== undefined && !next.startsWith('--') ? [next] : [];
  });
}

/** The last value of a flag: what the program takes. */
export const flagValue = (words: readonly string[], flag: string): string | null =>
  flagValues(words, flag).at(-1) ?? null;

/** The port of a listen address (`0.0.0.0:10902`, `:9090`, `[::]:9090`). */
export function portOf(address: string): number | null {
  const port = Number(address.slice(address.lastIndexOf(':') + 1));
  return address.includes(':') && Number.isInteger(port) && port > 0 && port < 65_536 ? port : null;
}
