import type { FleetSettings } from '../fleet/file/settings.ts';

type Part = keyof FleetSettings['versions'] | 'configReloader';

/** Where each project publishes its images, and how it writes the tag. */
const IMAGES: Readonly<
  Record<Part, { repository: string; version: keyof FleetSettings['versions']; tag: '' | 'v' }>
> = {
  operator: { repository: 'quay.io/prometheus-operator/prometheus-operator', version: 'operator', tag: 'v' },
  configReloader: {
    repository: 'quay.io/prometheus-operator/prometheus-config-reloader',
    version: 'operator',
    tag: 'v',
  },
  prometheus: { repository: 'quay.io/prometheus/prometheus', version: 'prometheus', tag: 'v' },
  thanos: { repository: 'quay.io/thanos/thanos', version: 'thanos', tag: 'v' },
  alertmanager: { repository: 'quay.io/prometheus/alertmanager', version: 'alertmanager', tag: 'v' },
  kubeStateMetrics: {
    repository: 'registry.k8s.io/kube-state-metrics/kube-state-metrics',
    version: 'kubeStateMetrics',
    tag: 'v',
  },
  nodeExporter: { repository: 'quay.io/prometheus/node-exporter', version: 'nodeExporter', tag: 'v' },
  memcached: { repository: 'docker.io/library/memcached', version: 'memcached', tag: '' },
  grafana: { repository: 'docker.io/grafana/grafana', version: 'grafana', tag: '' },
  fluentBit: { repository: 'cr.fluentbit.io/fluent/fluent-bit', version: 'fluentBit', tag: '' },
};

/** The image of a part; from the fleet's mirror, by its last name, where there is one. */
export function imageOf(fleet: FleetSettings, part: Part): string {
  const { repository, version, tag } = IMAGES[part];
  const name = repository.slice(repository.lastIndexOf('/') + 1);
  const from = fleet.registry === null ? repository : `${fleet.registry}/${name}`;
  return `${from}:${tag}${fleet.versions[version]}`;
}
