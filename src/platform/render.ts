import type { ClusterSettings, FleetSettings } from '../fleet/file/settings.ts';
import { clusterMetadata } from './builders.ts';
import type { Layer, RenderContext } from './context.ts';
import type { PlatformObject } from './kubernetes.ts';
import { PART_OF } from './names.ts';
import { access } from './parts/access.ts';
import { agent, agentRights } from './parts/agent.ts';
import { alertmanager } from './parts/alertmanager.ts';
import { ingress } from './parts/edge-ways.ts';
import { exporterRights, exporters } from './parts/exporters.ts';
import { fluentBit, fluentBitRights } from './parts/fluent-bit.ts';
import { grafana } from './parts/grafana.ts';
import { memcached } from './parts/memcached.ts';
import { monitors } from './parts/monitors.ts';
import { operator, operatorRights } from './parts/operator.ts';
import { disruptionBudgets, networkPolicies, quota } from './parts/protection.ts';
import { query, queryFrontend } from './parts/query.ts';
import { receive } from './parts/receive.ts';
import { ruler } from './parts/ruler.ts';
import { compactor, store } from './parts/storage.ts';
import { type RequiredSecret, requiredSecrets } from './secrets.ts';

/** One cluster's objects, in the order of applying. The operator's definitions are the same for all. */
export interface RenderedCluster {
  cluster: ClusterSettings;
  layers: Record<Exclude<Layer, 'definitions'>, PlatformObject[]>;
  secrets: RequiredSecret[];
}

type Part = (context: RenderContext) => PlatformObject[];

const FOUNDATION: readonly Part[] = [
  namespace,
  quota,
  operatorRights,
  agentRights,
  exporterRights,
  fluentBitRights,
  access,
];

/** The write side comes first: an Agent that starts finds whom it writes to. */
const HUB: readonly Part[] = [
  operator,
  ...[memcached, receive, store, compactor, query, queryFrontend],
  ...[alertmanager, ruler, grafana, ingress],
];

const EVERYWHERE: readonly Part[] = [
  exporters,
  agent,
  monitors,
  fluentBit,
  networkPolicies,
  disruptionBudgets,
];

/** Renders a fleet. The same settings give the same objects, in the same order. */
export function renderFleet(fleet: FleetSettings): RenderedCluster[] {
  return fleet.clusters.map((cluster) => renderCluster({ fleet, cluster }));
}

function renderCluster(context: RenderContext): RenderedCluster {
  const parts = context.cluster.role === 'hub' ? [...HUB, ...EVERYWHERE] : [operator, ...EVERYWHERE];
  return {
    cluster: context.cluster,
    layers: {
      foundation: FOUNDATION.flatMap((part) => part(context)),
      workloads: parts.flatMap((part) => part(context)),
    },
    secrets: requiredSecrets(context.fleet, context.cluster),
  };
}

function namespace(context: RenderContext): PlatformObject[] {
  return [
    {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: clusterMetadata(context, context.cluster.namespace, PART_OF),
    },
  ];
}
