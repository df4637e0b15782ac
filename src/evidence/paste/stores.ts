import { readStores } from '../thanos.ts';

/** A store that Query could not ask, in a pasted answer of `/api/v1/stores`. */
export interface FailedStore {
  /** Index of the line that says it. */
  line: number;
  /** The line as it stands; of an answer without ends of lines the store's own part. */
  error: string;
}

const LAST_ERROR = /"lastError"\s{0,4}:(?!\s{0,4}null\b)/;
/** What an answer of Thanos' has of each store (pkg/query/endpointset.go, EndpointStatus), and no target of Prometheus. */
const OF_STORES = /"(?:labelSets|minTime|maxTime)"\s{0,4}:/;
const OF_TARGETS = /"(?:scrapeUrl|scrapePool|activeTargets|discoveredLabels|globalUrl)"\s{0,4}:/;

/** The stores with an error in a paste, whole or a part of it: what is asked decides what an error means. */
export function storesIn(lines: readonly string[], whole: string): FailedStore[] {
  if (!LAST_ERROR.test(whole) || !OF_STORES.test(whole) || OF_TARGETS.test(whole)) return [];
  const failed = parsed(whole)?.filter(({ lastError }) => lastError !== null) ?? null;
  return lines.flatMap((line, index) => {
    if (!LAST_ERROR.test(line)) return [];
    const own = failed?.find(({ address }) => line.includes(`"${address}"`));
    const error = own ? JSON.stringify({ name: own.address, lastError: own.lastError }) : line.trim();
    return [{ line: index, error }];
  });
}

function parsed(whole: string) {
  try {
    return readStores(JSON.parse(whole));
  } catch {
    return null;
  }
}
