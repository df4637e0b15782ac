/** Names and ports of everything that is rendered: the field's own, so that they are known on sight. */
export const NAMES = {
  agent: 'agent',
  receive: 'thanos-receive',
  receiveHeadless: 'thanos-receive-headless',
  receiveRouter: 'thanos-receive-router',
  hashrings: 'thanos-receive-hashrings',
  store: 'thanos-store',
  compactor: 'thanos-compactor',
  query: 'thanos-query',
  queryFrontend: 'thanos-query-frontend',
  memcached: 'memcached',
  ruler: 'ruler',
  alertmanager: 'main',
  grafana: 'grafana',
  operator: 'prometheus-operator',
  kubeStateMetrics: 'kube-state-metrics',
  nodeExporter: 'node-exporter',
  fluentBit: 'fluent-bit',
  kubeletService: 'kube-system/kubelet',
} as const;

export const PORTS = {
  grpc: 10901,
  http: 10902,
  remoteWrite: 19291,
  memcached: 11211,
  operator: 8080,
  prometheus: 9090,
  alertmanager: 9093,
  grafana: 3000,
  kubeStateMetrics: 8080,
  kubeStateMetricsSelf: 8081,
  nodeExporter: 9100,
  fluentBit: 2020,
} as const;

/** Objects that the operator makes of the custom resources above, by its own rules. */
export const OPERATED = {
  agent: `prom-agent-${NAMES.agent}`,
  ruler: `thanos-ruler-${NAMES.ruler}`,
  rulerService: 'thanos-ruler-operated',
  alertmanager: `alertmanager-${NAMES.alertmanager}`,
  alertmanagerService: 'alertmanager-operated',
  agentService: 'prometheus-agent-operated',
} as const;

/** Labels that say who made an object, for which fleet, and of which profile. */
export const MANAGED_BY = 'fleetmedic';
export const LABELS = {
  managedBy: 'app.kubernetes.io/managed-by',
  name: 'app.kubernetes.io/name',
  component: 'app.kubernetes.io/component',
  partOf: 'app.kubernetes.io/part-of',
  version: 'app.kubernetes.io/version',
  fleet: 'fleetmedic.dev/fleet',
  profile: 'fleetmedic.dev/profile',
} as const;
export const PART_OF = 'metrics-pipeline';
