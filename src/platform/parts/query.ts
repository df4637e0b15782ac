import { deployment, service } from '../builders.ts';
import type { RenderContext } from '../context.ts';
import type { PlatformObject } from '../kubernetes.ts';
import { NAMES, OPERATED, PORTS } from '../names.ts';
import { GRPC_AND_HTTP, memcachedConfig, serviceRecord, thanosContainer } from './thanos.ts';

/** Query: asks Receive, Store and Ruler, and makes one of the replicas. */
export function query(context: RenderContext): PlatformObject[] {
  const { query: settings, ruler } = context.fleet;
  const stores = [NAMES.receiveHeadless, NAMES.store, ...(ruler.enabled ? [OPERATED.rulerService] : [])];
  return [
    service(context, { name: NAMES.query, ports: GRPC_AND_HTTP }),
    deployment(context, {
      name: NAMES.query,
      replicas: settings.replicas,
      containers: [
        thanosContainer(context, {
          name: NAMES.query,
          args: [
            'query',
            ...settings.replicaLabels.map((label) => `--query.replica-label=${label}`),
            ...stores.map((name) => `--endpoint=${serviceRecord(context, name, 'grpc')}`),
            `--query.timeout=${settings.timeout}`,
            `--query.max-concurrent=${settings.maxConcurrent}`,
            '--query.auto-downsampling',
          ],
          resources: settings.resources,
        }),
      ],
    }),
  ];
}

/** Query Frontend: splits long ranges and keeps their answers. */
export function queryFrontend(context: RenderContext): PlatformObject[] {
  const { queryFrontend: settings, cache } = context.fleet;
  if (!settings.enabled) return [];
  return [
    service(context, { name: NAMES.queryFrontend, ports: { http: { port: PORTS.http } } }),
    deployment(context, {
      name: NAMES.queryFrontend,
      replicas: settings.replicas,
      containers: [
        thanosContainer(context, {
          name: NAMES.queryFrontend,
          grpc: false,
          args: [
            'query-frontend',
            `--query-frontend.downstream-url=http://${NAMES.query}.${context.cluster.namespace}.svc.cluster.local:${PORTS.http}`,
            `--query-range.split-interval=${settings.splitInterval}`,
            '--query-frontend.compress-responses',
            // Slow queries are logged with their text: whoever looks for what overloads Query finds it there.
            '--query-frontend.log-queries-longer-than=30s',
            ...(cache.enabled
              ? [
                  `--query-range.response-cache-config=${JSON.stringify(memcachedConfig(context, 'response-cache'))}`,
                ]
              : []),
          ],
          resources: settings.resources,
        }),
      ],
    }),
  ];
}

/** Where people and Grafana ask: the frontend, or Query where there is none. */
export const queryUrl = ({ fleet, cluster }: RenderContext): string =>
  `http://${fleet.queryFrontend.enabled ? NAMES.queryFrontend : NAMES.query}.${cluster.namespace}.svc.cluster.local:${PORTS.http}`;
