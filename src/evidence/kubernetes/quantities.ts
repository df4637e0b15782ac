const FACTORS: Readonly<Record<string, number>> = {
  ...{ '': 1, m: 1e-3, k: 1e3, K: 1e3, M: 1e6, G: 1e9, T: 1e12, P: 1e15, E: 1e18 },
  ...{ Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40, Pi: 2 ** 50, Ei: 2 ** 60 },
};

/** Bytes of a Kubernetes quantity (`10Gi`, `1e9`, `500M`); `null` if it is none. */
export function bytesOf(quantity: string | null): number | null {
  const parts = /^(\d{1,18}(?:\.\d{1,9})?)(?:e(\d{1,2})|([A-Za-z]{0,2}))$/.exec(quantity ?? '');
  if (!parts) return null;
  const [, value = '', exponent, unit = ''] = parts;
  const factor = exponent === undefined ? FACTORS[unit] : 10 ** Number(exponent);
  return factor === undefined ? null : Number(value) * factor;
}
