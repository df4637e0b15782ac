import type { Defaults } from './settings.ts';

type Part = keyof Defaults['versions'];

/** Versions that medic renders for, first and last minor; the operator's definitions come with one version. */
export const SUPPORTED: Partial<Readonly<Record<Part, readonly [first: string, last: string]>>> = {
  operator: ['0.85', '0.85'],
  prometheus: ['2.45', '3.99'],
  thanos: ['0.32', '0.42'],
  alertmanager: ['0.25', '0.34'],
  grafana: ['9.5', '12.99'],
  fluentBit: ['2.0', '4.99'],
};

/** Kubernetes minors that are supported, for the clusters' own answer. */
export const KUBERNETES: readonly [first: string, last: string] = ['1.27', '1.36'];

export function unsupportedVersions(
  versions: Defaults['versions'],
): { part: Part; version: string; supported: string }[] {
  return (Object.keys(versions) as Part[]).flatMap((part) => {
    const range = SUPPORTED[part];
    const version = versions[part];
    return range && !isWithin(version, range) ? [{ part, version, supported: range.join(' – ') }] : [];
  });
}

/** Whether the minor of a version (`v1.35.4`, `0.42.4-rc1`) lies in a range of minors, both ends included. */
export function isWithin(version: string, [first, last]: readonly [string, string]): boolean {
  const value = minor(version);
  return value >= minor(first) && value <= minor(last);
}

/** `1.35.4` and `v1.35` as a number that compares; `NaN` for what is no version. */
function minor(version: string): number {
  const match = /^v?(\d{1,4})\.(\d{1,4})/.exec(version);
  return match ? Number(match[1]) * 10_000 + Number(match[2]) : Number.NaN;
}
