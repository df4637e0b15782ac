import { amount, seconds, sizeInBytes, sizeOf } from '../../fleet/file/quantities.ts';

/** Values of flags and configurations in the forms of `fleet.yaml`; `null` for what is none. */

const DURATION = /^(\d+(ms|s|m|h|d|w|y))+$/;
const UNITS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
  ['ms', 1],
] as const;

/** `30s`, `365d` as they are; what a program prints (`2m0s`, `1.5s`) in its shortest form. */
export function duration(text: string): string | null {
  if (/^\d+(ms|s|m|h|d|w|y)$/.test(text)) return text;
  const milliseconds = DURATION.test(text) ? seconds(text) * 1000 : goDuration(text);
  return milliseconds === null ? null : durationOf(Math.round(milliseconds));
}

/** Go's own durations, which have fractions and no days. In milliseconds. */
function goDuration(text: string): number | null {
  if (text === '0') return 0;
  const units: Record<string, number> = {
    h: 3_600_000,
    m: 60_000,
    s: 1000,
    ms: 1,
    us: 1e-3,
    µs: 1e-3,
    ns: 1e-6,
  };
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(h|ms|m|s|us|µs|ns)/g)];
  if (parts.length === 0 || parts.map(([whole]) => whole).join('') !== text) return null;
  return parts.reduce((total, [, number, unit]) => total + Number(number) * (units[unit ?? ''] ?? 0), 0);
}

function durationOf(milliseconds: number): string {
  let rest = milliseconds;
  const parts = UNITS.flatMap(([unit, size]) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return count > 0 ? [`${count}${unit}`] : [];
  });
  return parts.join('') || '0s';
}

const QUANTITY = /^(\d+(?:\.\d+)?)(n|u|m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei|[eE]\d+)?$/;
const RARE: Record<string, number> = { n: 1e-9, u: 1e-6, P: 1e15, E: 1e18, Pi: 1024 ** 5, Ei: 1024 ** 6 };

/** A quantity of Kubernetes; the rare forms (`1e9`, `2Pi`, `100u`) as plain numbers or thousandths. */
export function quantity(text: string): string | null {
  if (!Number.isNaN(amount(text))) return text;
  const match = QUANTITY.exec(text);
  if (!match) return null;
  const [, number = '', unit = ''] = match;
  const value =
    Number(number) * (/^[eE]/.test(unit) ? 10 ** Number(unit.slice(1)) : (RARE[unit] ?? Number.NaN));
  if (Number.isNaN(value)) return null;
  return Number.isInteger(value) ? value.toFixed(0) : `${Math.ceil(value * 1000)}m`;
}

/** A size as Prometheus and Thanos take it, in the largest unit that gives a whole number. */
export function size(text: string): string | null {
  const bytes = /^\d+$/.test(text) ? Number(text) : sizeInBytes(text);
  return Number.isNaN(bytes) ? null : sizeOf(Math.round(bytes));
}

export const wholeNumber = (text: string): number | null => (/^\d{1,9}$/.test(text) ? Number(text) : null);

/** A text that was not redacted and has no variable left in it. */
export const plainText = (text: string): string | null => (text === '' || isHidden(text) ? null : text);

/** Whether something was taken out of a text, or is only put into it when the program starts. */
export const isHidden = (text: string): boolean => /<redacted:|<secret>|\$\(|\$\{/.test(text);
