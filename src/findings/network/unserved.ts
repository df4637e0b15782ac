import { slicesOf } from '../../evidence/addresses.ts';
import type { ClusterEvidence } from '../../evidence/evidence.ts';
import type { Service } from '../../evidence/kubernetes/objects.ts';
import type { Component } from '../../fleet/fleet.ts';
import type { Role } from '../../fleet/roles.ts';
import type { FindingContext, FindingRule } from '../context.ts';
import type { Finding } from '../finding.ts';
import { selectedPods } from '../shared/paths.ts';
import { selectsNothing } from './services.ts';

/** Parts that are there to be asked by name. */
const SERVING: readonly Role[] = [
  'query',
  'query-frontend',
  'store',
  'receive',
  'ruler',
  'alertmanager',
  'grafana',
];

/**
 * A Service that selects nothing beside a part that no Service leads to: people and programs outside of what is
 * looked at come by that name. Only where its ports and the keys of its selector fit exactly one such part.
 */
export const unserved: FindingRule = {
  name: 'network/unserved',
  look: (context) => [...context.evidence.clusters.values()].flatMap((cluster) => look(context, cluster)),
};

function look(context: FindingContext, cluster: ClusterEvidence): Finding[] {
  const { services, pods, endpointSlices } = cluster;
  if (!services.seen || !pods.seen || !endpointSlices.seen) return [];
  const leading = services.value.flatMap((service) => selectedPods(cluster, service) ?? []);
  const alone = context.index
    .inCluster(cluster.name)
    .filter(({ role }) => SERVING.includes(role))
    .filter((component) => {
      const own = context.pods(component);
      return own.length > 0 && !own.some((pod) => leading.includes(pod));
    });
  if (alone.length === 0) return [];
  return services.value.flatMap((service) => {
    if (!isEmpty(cluster, service)) return [];
    const [meant, another] = alone.filter((component) => fits(context, component, service));
    return meant && !another ? [selectsNothing(cluster.name, service, services.source, meant)] : [];
  });
}

function isEmpty(cluster: ClusterEvidence, service: Service): boolean {
  const endpoints = slicesOf(cluster, service).flatMap((slice) => slice.endpoints);
  return (
    service.meta.deletingSince === null &&
    selectedPods(cluster, service)?.length === 0 &&
    endpoints.length === 0
  );
}

/** Whether a Service asks for labels that a part has by their keys, and for ports that it has. */
function fits(context: FindingContext, component: Component, { meta, selector, ports }: Service): boolean {
  if (component.ref.namespace !== meta.namespace) return false;
  const own = context.podSpec(component)?.containers.flatMap((container) => container.ports) ?? [];
  return (
    Object.keys(selector).every((key) => key in component.podLabels) &&
    ports.length > 0 &&
    ports.every(({ targetPort }) => own.some(({ name, port }) => targetPort === port || targetPort === name))
  );
}
