/** Values that a matcher of Alertmanager takes for a label: `severity=~"critical|warning"`, `severity="critical"`. */
export function valuesOf(matcher: string, label: string): string[] {
  const match = /^\s{0,9}"?([A-Za-z_]\w{0,100})"?\s{0,9}(=~|=)\s{0,9}"?([^"]{0,1000}?)"?\s{0,9}$/.exec(
    matcher,
  );
  if (!match || match[1] !== label) return [];
  const value = match[3] ?? '';
  return match[2] === '=' ? [value] : value.replace(/^\((.*)\)$/, '$1').split('|');
}
