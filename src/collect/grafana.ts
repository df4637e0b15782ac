import { type ClusterEvidence, podKey } from '../evidence/evidence.ts';
import {
  asksPrometheus,
  grafanaPath,
  readDashboard,
  readDashboardUids,
  readDatasourceHealth,
  readDatasources,
  readLabelNames,
  toldByRefusal,
} from '../evidence/grafana.ts';
import type { Component } from '../fleet/fleet.ts';
import { proxyPath, runningPods } from './parts.ts';
import { type Asker, askJson, LIMITS } from './requests.ts';

/** What is tried and read, of however many there are. */
const MAX_TRIED = 10;
const MAX_DASHBOARDS = 30;

/** What Grafana's own API tells of datasources and dashboards, with the token that the fleet file names for it. */
export async function collectGrafana(
  asker: Asker,
  cluster: ClusterEvidence,
  components: readonly Component[],
): Promise<void> {
  const [grafana, ...others] = components.filter(({ role }) => role === 'grafana');
  // The token is for one Grafana: of several it cannot be told which.
  if (!grafana || others.length > 0 || runningPods(cluster, grafana).length === 0) return;
  const { key } = grafana;
  const ask = <T>(
    path: string,
    limits: { maxBytes: number; timeoutMs: number },
    read: (body: unknown) => T | null,
  ) => askJson(asker, cluster.name, grafanaPath(path), limits, read);
  const datasources = await ask('/api/datasources', LIMITS.object, readDatasources);
  cluster.grafanaDatasources.set(key, datasources);
  if (!datasources.seen) return;
  const tried = datasources.value.filter(asksPrometheus).slice(0, MAX_TRIED);
  const dashboards = async () => {
    const found = await ask(
      `/api/search?type=dash-db&limit=${MAX_DASHBOARDS}`,
      LIMITS.object,
      readDashboardUids,
    );
    if (!found.seen) {
      cluster.grafanaDashboards.set(key, found);
      return;
    }
    await Promise.all(
      found.value.slice(0, MAX_DASHBOARDS).map(async (uid) => {
        const look = await ask(`/api/dashboards/uid/${uid}`, LIMITS.dashboard, readDashboard);
        cluster.grafanaDashboards.set(`${key}/${uid}`, look);
      }),
    );
  };
  await Promise.all([
    ...tried.map(async ({ uid }) => {
      const look = await ask(`/api/datasources/uid/${uid}/health`, LIMITS.health, readDatasourceHealth);
      cluster.grafanaHealth.set(`${key}/${uid}`, toldByRefusal(look));
    }),
    dashboards(),
  ]);
  const listsLabels = [...cluster.grafanaDashboards.values()].some(
    (look) => look.seen && look.value.variables.length > 0,
  );
  if (listsLabels) await collectLabelNames(asker, cluster, components);
}

/** Which labels there are to filter by, as the first Query that runs knows them. */
async function collectLabelNames(
  asker: Asker,
  cluster: ClusterEvidence,
  components: readonly Component[],
): Promise<void> {
  const queries = components.filter(({ role }) => role === 'query');
  const [first] = queries.flatMap((query) => runningPods(cluster, query).map((pod) => ({ query, pod })));
  if (!first) return;
  const path = `${proxyPath(first.query, first.pod)}/api/v1/labels`;
  cluster.labelNames.set(
    podKey(first.pod),
    await askJson(asker, cluster.name, path, LIMITS.query, readLabelNames),
  );
}
