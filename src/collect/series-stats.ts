import { type ClusterEvidence, podKey } from '../evidence/evidence.ts';
import { readHeadStats } from '../evidence/series-stats.ts';
import { flagValue, portOf } from '../fleet/flags.ts';
import type { Component } from '../fleet/fleet.ts';
import { proxyPath, runningPods } from './parts.ts';
import { type Asker, askJson, LIMITS } from './requests.ts';

/** The head is walked through for it: a few pods tell enough. */
const MAX_PODS = 2;

/** What the series in memory of a Prometheus or Receive are made of; an Agent cannot tell. */
export async function collectSeriesStats(
  asker: Asker,
  cluster: ClusterEvidence,
  component: Component,
): Promise<void> {
  const { role } = component;
  if (role !== 'prometheus' && role !== 'receive') return;
  // Without `all_tenants`, Receive tells of its default tenant alone: thanos pkg/receive/handler.go.
  const query = role === 'receive' ? 'limit=10&all_tenants=true' : 'limit=10';
  const server = role === 'receive' ? writeServer(component) : component;
  await Promise.all(
    runningPods(cluster, component)
      .slice(0, MAX_PODS)
      .map(async (pod) => {
        const path = `${proxyPath(server, pod)}/api/v1/status/tsdb?${query}`;
        cluster.seriesStats.set(
          podKey(pod),
          await askJson(asker, cluster.name, path, LIMITS.object, readHeadStats),
        );
      }),
  );
}

/** Receive tells of its series where it is written to, not where its metrics are: thanos pkg/receive/handler.go. */
function writeServer(receive: Component): Component {
  const httpPort = portOf(flagValue(receive.args, '--remote-write.address') ?? '') ?? 19_291;
  const httpTls = flagValue(receive.args, '--remote-write.server-tls-cert') !== null;
  return { ...receive, httpPort, httpTls, routePrefix: '' };
}
