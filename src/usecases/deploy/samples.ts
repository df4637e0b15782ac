import { setTimeout as sleep } from 'node:timers/promises';
import type { ClusterApi } from '../../apply/api.ts';
import { at, list, text } from '../../evidence/json.ts';
import { type FleetSettings, hubOf } from '../../fleet/file/settings.ts';
import { NAMES } from '../../platform/names.ts';

const POLL_MS = 2000;
/** Samples older than this are those of an earlier life. */
const FRESH_SECONDS = 60;

/** Waits until Query has fresh samples of every cluster; gives the clusters of which it has none. */
export async function waitForSamples(
  hub: ClusterApi,
  fleet: FleetSettings,
  options: { timeoutMs: number; onWaiting: (clusters: readonly string[]) => void },
): Promise<string[]> {
  const deadline = Date.now() + options.timeoutMs;
  for (;;) {
    const fresh = await freshIdentities(hub, fleet);
    const missing = fleet.clusters
      .filter(({ labels }) => !fresh.has(labels[fleet.identityLabel] ?? ''))
      .map(({ name }) => name);
    if (missing.length === 0 || Date.now() > deadline) return missing;
    options.onWaiting(missing);
    await sleep(POLL_MS);
  }
}

async function freshIdentities(hub: ClusterApi, fleet: FleetSettings): Promise<Set<string>> {
  const label = fleet.identityLabel;
  // timestamp() gives the sample's own time, not that of the question.
  const query = `time() - max by (${label}) (timestamp(up)) < ${FRESH_SECONDS}`;
  const service = `/api/v1/namespaces/${hubOf(fleet).namespace}/services/${NAMES.query}:http/proxy`;
  const answer = await hub.get(`${service}/api/v1/query?query=${encodeURIComponent(query)}`);
  if (!answer.ok || at(answer.body, 'status') !== 'success') return new Set();
  return new Set(
    list(answer.body, 'data', 'result').flatMap((series) => text(series, 'metric', label) ?? []),
  );
}
