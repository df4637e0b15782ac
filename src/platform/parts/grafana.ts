import {
  asText,
  claim,
  configMap,
  container,
  deployment,
  metadata,
  secretEnv,
  service,
} from '../builders.ts';
import type { RenderContext } from '../context.ts';
import { DASHBOARDS } from '../dashboards/registry.generated.ts';
import { toGrafana } from '../dashboards/to-grafana.ts';
import { imageOf } from '../images.ts';
import type { PlatformObject } from '../kubernetes.ts';
import { NAMES, PORTS } from '../names.ts';
import { queryUrl } from './query.ts';

export const DATASOURCE_UID = 'thanos-query';
const DASHBOARDS_DIR = '/var/lib/grafana/dashboards';

/** Grafana with its datasource and dashboards provisioned: what a person changes by hand is not lost with them. */
export function grafana(context: RenderContext): PlatformObject[] {
  const { fleet, cluster } = context;
  const { grafana: settings, ingress } = fleet;
  if (!settings.enabled) return [];
  const name = NAMES.grafana;
  const scheme = ingress.tlsSecret === null ? 'http' : 'https';
  const dashboards = DASHBOARDS.map((dashboard) => ({
    dashboard,
    map: `grafana-dashboard-${dashboard.uid}`,
  }));
  const made = deployment(context, {
    name,
    replicas: settings.replicas,
    containers: [
      container({
        name,
        image: imageOf(fleet, 'grafana'),
        args: [],
        ports: { http: PORTS.grafana },
        resources: settings.resources,
        env: [
          secretEnv('GF_SECURITY_ADMIN_PASSWORD', settings.admin),
          { name: 'GF_ANALYTICS_REPORTING_ENABLED', value: 'false' },
          { name: 'GF_ANALYTICS_CHECK_FOR_UPDATES', value: 'false' },
          ...(ingress.grafanaHost === null
            ? []
            : [{ name: 'GF_SERVER_ROOT_URL', value: `${scheme}://${ingress.grafanaHost}/` }]),
        ],
        probes: { port: 'http', ready: '/api/health', live: '/api/health' },
        mounts: [
          { name: 'data', mountPath: '/var/lib/grafana' },
          { name: 'tmp', mountPath: '/tmp' },
          { name: 'datasources', mountPath: '/etc/grafana/provisioning/datasources', readOnly: true },
          { name: 'providers', mountPath: '/etc/grafana/provisioning/dashboards', readOnly: true },
          ...dashboards.map(({ map, dashboard }) => ({
            name: map,
            mountPath: `${DASHBOARDS_DIR}/${dashboard.uid}`,
            readOnly: true,
          })),
        ],
      }),
    ],
    volumes: [
      settings.storage === null
        ? { name: 'data', emptyDir: {} }
        : { name: 'data', persistentVolumeClaim: { claimName: name } },
      { name: 'tmp', emptyDir: {} },
      { name: 'datasources', configMap: { name: 'grafana-datasources' } },
      { name: 'providers', configMap: { name: 'grafana-dashboard-providers' } },
      ...dashboards.map(({ map }) => ({ name: map, configMap: { name: map } })),
    ],
  });
  // Its database is on a volume that only one pod can have: the old one ends before the new one starts.
  if (made.spec) made.spec.strategy = { type: 'Recreate' };
  return [
    ...(settings.storage === null
      ? []
      : [
          {
            apiVersion: 'v1' as const,
            kind: 'PersistentVolumeClaim' as const,
            metadata: metadata(context, name),
            spec: { ...claim(context, name, settings.storage).spec },
          },
        ]),
    configMap(context, 'grafana-datasources', name, { 'datasources.yaml': asText(datasources(context)) }),
    configMap(context, 'grafana-dashboard-providers', name, { 'providers.yaml': asText(PROVIDERS) }),
    ...dashboards.map(({ dashboard, map }) =>
      configMap(context, map, name, {
        [`${dashboard.uid}.json`]: asText(
          toGrafana(dashboard, {
            language: fleet.language,
            datasourceUid: DATASOURCE_UID,
            identityLabel: fleet.identityLabel,
            refresh: cluster.agent.scrapeInterval,
          }),
        ),
      }),
    ),
    service(context, { name, ports: { http: { port: PORTS.grafana } } }),
    made,
  ];
}

const PROVIDERS = {
  apiVersion: 1,
  providers: [
    {
      name: 'fleetmedic',
      folder: 'Fleetmedic',
      type: 'file',
      allowUiUpdates: false,
      options: { path: DASHBOARDS_DIR },
    },
  ],
};

function datasources(context: RenderContext): object {
  return {
    apiVersion: 1,
    datasources: [
      {
        name: 'Thanos Query',
        uid: DATASOURCE_UID,
        type: 'prometheus',
        access: 'proxy',
        url: queryUrl(context),
        isDefault: true,
        jsonData: {
          // Long queries do not fit into a URL.
          httpMethod: 'POST',
          timeInterval: context.cluster.agent.scrapeInterval,
          prometheusType: 'Thanos',
          queryTimeout: context.fleet.query.timeout,
        },
      },
    ],
  };
}
