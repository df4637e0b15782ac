import { type ClusterEvidence, podKey } from '../evidence/evidence.ts';
import type { Pod } from '../evidence/kubernetes/pods.ts';
import type { Look } from '../evidence/look.ts';
import { readMetrics } from '../evidence/metrics.ts';
import { type PartHealth, readClusterHealth, readHealthy, toldByStatus } from '../evidence/part-health.ts';
import { flagValue, portOf } from '../fleet/flags.ts';
import { type Component, isCacheExporter } from '../fleet/fleet.ts';
import type { Role } from '../fleet/roles.ts';
import { collectLogs, proxyPath, runningPods } from './parts.ts';
import { type Asker, askJson, askText, LIMITS } from './requests.ts';

/** Where the parts beside the pipeline have their metrics. Fluent Bit: plugins/in_fluentbit_metrics, src/http_server. */
const METRICS: Partial<Record<Role, string>> = {
  alertmanager: '/metrics',
  grafana: '/metrics',
  'log-shipper': '/api/v1/metrics/prometheus',
};
/** Where they say how they are, to everybody. Fluent Bit has it only with `Health_Check On`. */
const HEALTH: Partial<Record<Role, string>> = {
  grafana: '/api/health',
  'log-shipper': '/api/v1/health',
};
/** Log shippers run on every node and are alike. */
const MAX_PODS = 3;
/** They serve no page that tells their troubles, and stay ready whatever happens: their log alone tells. */
const TOLD_BY_LOG: readonly Role[] = ['cloudwatch-agent'];

/** What stands beside the pipeline and serves it: Grafana, Alertmanager, caches, logs. */
export async function collectBeside(
  asker: Asker,
  cluster: ClusterEvidence,
  component: Component,
): Promise<void> {
  const { role } = component;
  const [metrics, health] = [METRICS[role], HEALTH[role]];
  await Promise.all([
    ...(metrics !== undefined
      ? each(cluster, component, async (pod, base) => {
          const look = await askText(asker, cluster.name, `${base}${metrics}`, LIMITS.metrics, readMetrics);
          cluster.sideMetrics.set(podKey(pod), look);
        })
      : []),
    ...(health !== undefined
      ? each(cluster, component, async (pod, base) => {
          const look = await askText(
            asker,
            cluster.name,
            `${base}${health}`,
            LIMITS.health,
            readHealthy,
            true,
          );
          cluster.partHealth.set(podKey(pod), toldByStatus(look));
        })
      : []),
    ...(role === 'log-store' ? [storeHealth(asker, cluster, component)] : []),
    ...(isCacheExporter(component) ? cacheRequests(asker, cluster, component) : []),
    ...(TOLD_BY_LOG.includes(role) ? [collectLogs(asker, cluster, component, MAX_PODS)] : []),
  ]);
}

function each(
  cluster: ClusterEvidence,
  component: Component,
  ask: (pod: Pod, base: string) => Promise<void>,
): Promise<void>[] {
  if (component.httpPort === null) return [];
  return runningPods(cluster, component)
    .slice(0, MAX_PODS)
    .map((pod) => ask(pod, proxyPath(component, pod)));
}

/** Any node of a log store tells of all. Whether it speaks TLS is in its files: what answers tells. */
async function storeHealth(asker: Asker, cluster: ClusterEvidence, component: Component): Promise<void> {
  const pod = runningPods(cluster, component)[0];
  if (!pod || component.httpPort === null) return;
  const ask = (httpTls: boolean): Promise<Look<PartHealth>> => {
    const path = `${proxyPath({ ...component, httpTls }, pod)}/_cluster/health`;
    return askJson(asker, cluster.name, path, LIMITS.health, readClusterHealth);
  };
  const first = await ask(component.httpTls === true);
  const spoke = first.seen || !['server-error', 'malformed', 'rejected'].includes(first.reason);
  const second = spoke ? first : await ask(component.httpTls !== true);
  const isSecond = second.seen || second.reason === 'unauthorized' || second.reason === 'forbidden';
  cluster.partHealth.set(podKey(pod), isSecond ? second : first);
}

/** Source: prometheus/memcached_exporter cmd/memcached_exporter/main.go. */
const EXPORTER_PORT = 9150;

function cacheRequests(asker: Asker, cluster: ClusterEvidence, exporter: Component): Promise<void>[] {
  const httpPort = portOf(flagValue(exporter.args, '--web.listen-address') ?? '') ?? EXPORTER_PORT;
  return runningPods(cluster, exporter)
    .slice(0, MAX_PODS)
    .map(async (pod) => {
      const path = `${proxyPath({ ...exporter, httpPort }, pod)}/metrics`;
      cluster.cacheMetrics.set(
        podKey(pod),
        await askText(asker, cluster.name, path, LIMITS.metrics, readMetrics),
      );
    });
}
