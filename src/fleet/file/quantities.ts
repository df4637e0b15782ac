const SECONDS: Record<string, number> = {
  ms: 0.001,
  s: 1,
  m: 60,
  h: 3600,
  d: 86_400,
  w: 604_800,
  y: 31_536_000,
};

/** Seconds of a Prometheus duration (`1h30m`); 0 for what is none. */
export function seconds(duration: string): number {
  let total = 0;
  for (const [, number, unit] of duration.matchAll(/(\d+)(ms|s|m|h|d|w|y)/g)) {
    total += Number(number) * (SECONDS[unit ?? ''] ?? 0);
  }
  return total;
}

const FACTORS: Record<string, number> = {
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  Ki: 1024,
  Mi: 1024 ** 2,
  Gi: 1024 ** 3,
  Ti: 1024 ** 4,
};

/** The number that a Kubernetes quantity stands for: bytes or cores; `NaN` for what is none. */
export function amount(quantity: string): number {
  const match = /^(\d+(?:\.\d+)?)(m|k|M|G|T|Ki|Mi|Gi|Ti)?$/.exec(quantity);
  return match ? Number(match[1]) * (FACTORS[match[2] ?? ''] ?? Number.NaN) : Number.NaN;
}

const SIZES = ['B', 'KB', 'MB', 'GB', 'TB'] as const;

/**
 * Bytes of a size as Prometheus and Thanos take it (`250MB`, `64MiB`): powers of 1024, whichever way it is written
 * (github.com/alecthomas/units, Base2Bytes). `NaN` for what is none.
 */
export function sizeInBytes(size: string): number {
  const match = /^(\d+(?:\.\d+)?)([KMGT]?)i?B$/.exec(size);
  const power = SIZES.findIndex((unit) => unit === `${match?.[2] ?? ''}B`);
  return match ? Number(match[1]) * 1024 ** power : Number.NaN;
}

/** A number of bytes in the largest unit that gives a whole number. */
export function sizeOf(bytes: number): string {
  let power = 0;
  let value = bytes;
  while (power < SIZES.length - 1 && value >= 1024 && value % 1024 === 0) {
    value /= 1024;
    power += 1;
  }
  return `${Math.round(value)}${SIZES[power]}`;
}
