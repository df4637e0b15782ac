import type { LabNames } from '../names.ts';

/** Names of what lies under a rendered pipeline: they follow from the lab's own, so that a seed changes them. */
export const underNames = (names: LabNames) => ({
  ingressController: `${names.workloads.bucketJob}-ingress`,
  ingressClass: `${names.services.receive}-class`,
  /** Volumes as large as their claims ask for. */
  sizedClass: `${names.storageClass}-sized`,
  provisioner: `${names.storageClass}-provisioner`,
  slack: `${names.workloads.application}-slack`,
});

/** Names that `medic render` gives, where a fault needs them. */
export const RENDERED = {
  /** The PrometheusAgent. */
  agent: 'agent',
  /** The Service, and the Ingress before it, that takes remote write. */
  remoteWrite: 'thanos-receive',
  router: 'thanos-receive-router',
  /** Receive's StatefulSet: its ingestors. */
  receive: 'thanos-receive',
  operator: 'prometheus-operator',
  /** The Alertmanager's StatefulSet, the custom resource that it is made of, and the Secret with its routes. */
  alertmanager: 'alertmanager-main',
  alertmanagerResource: 'main',
  alertmanagerConfig: 'alertmanager-config',
  /** The Ruler's StatefulSet, and the custom resource that it is made of. */
  ruler: 'thanos-ruler-ruler',
  rulerResource: 'ruler',
  queryFrontend: 'thanos-query-frontend',
  memcached: 'memcached',
} as const;

/** Ports of the rendered parts' own pages. */
export const RENDERED_PORTS = { thanos: 10902, alertmanager: 9093, operator: 8080 } as const;

/** The lab's names where `medic deploy` makes the pipeline: what it renders has names of its own. */
export function renderedNames(names: LabNames): LabNames {
  const { pipeline, storage } = names.namespaces;
  return {
    ...names,
    namespaces: {
      ...names.namespaces,
      agent: pipeline,
      // The store stands for something outside the clusters: it has a namespace of its own.
      storage: storage === pipeline ? `${storage}-s3` : storage,
    },
    workloads: { ...names.workloads, agent: `prom-agent-${RENDERED.agent}` },
    services: { ...names.services, query: 'thanos-query' },
    ports: { ...names.ports, agent: 9090 },
    agentKind: 'StatefulSet',
    // An application's port keeps the lab's name: it is not rendered.
    queryPort: 'http',
  };
}
