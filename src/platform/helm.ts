import type { FleetSettings } from '../fleet/file/settings.ts';
import { objectLabels, requirements } from './builders.ts';
import type { Alertmanager, PrometheusAgent, ThanosRuler } from './custom-resources.ts';
import type { PlatformObject } from './kubernetes.ts';
import { type Definitions, kustomizeFiles, type RenderedFiles, yaml } from './kustomize.ts';
import { NAMES } from './names.ts';
import type { RenderedCluster } from './render.ts';

/** What kube-prometheus-stack brings itself: these objects are its values instead. */
const BY_THE_CHART: readonly string[] = [NAMES.operator, NAMES.kubeStateMetrics, NAMES.nodeExporter];
const CHART_KINDS: readonly string[] = ['PrometheusAgent', 'Alertmanager', 'ThanosRuler'];

/**
 * The same fleet for those who run kube-prometheus-stack: values of the chart for each cluster, and beside them
 * what the chart does not have (Thanos, rules, dashboards, policies). The custom resources become values as they
 * are, so that both ways give the same Agents.
 */
export function helmFiles(clusters: readonly RenderedCluster[], fleet: FleetSettings): RenderedFiles {
  const none: Definitions = { version: '', definitions: [] };
  const rest = clusters.map((rendered) => ({
    ...rendered,
    layers: {
      foundation: rendered.layers.foundation.filter((object) => !isByTheChart(object)),
      workloads: rendered.layers.workloads.filter((object) => !isByTheChart(object)),
    },
  }));
  const files = kustomizeFiles(rest, none);
  for (const { cluster, layers } of clusters) {
    files.set(
      `clusters/${cluster.name}/kube-prometheus-stack.values.yaml`,
      yaml(values(fleet, layers.workloads)),
    );
  }
  return files;
}

function isByTheChart(object: PlatformObject): boolean {
  const part = object.metadata.labels['app.kubernetes.io/name'] ?? '';
  return CHART_KINDS.includes(object.kind) || BY_THE_CHART.includes(part);
}

function find<T extends PlatformObject>(objects: readonly PlatformObject[], kind: T['kind']): T | undefined {
  return objects.find((object): object is T => object.kind === kind);
}

function values(fleet: FleetSettings, objects: readonly PlatformObject[]): object {
  const agent = find<PrometheusAgent>(objects, 'PrometheusAgent');
  const alertmanager = find<Alertmanager>(objects, 'Alertmanager');
  const ruler = find<ThanosRuler>(objects, 'ThanosRuler');
  const { kubeStateMetrics, nodeExporter, kubelet } = fleet.monitors;
  return {
    ...(fleet.pullSecrets.length > 0 && {
      global: { imagePullSecrets: fleet.pullSecrets.map((name) => ({ name })) },
    }),
    commonLabels: ownLabels(fleet),
    // The rules of the chart are for a Prometheus that evaluates them; ours are beside this file.
    defaultRules: { create: false },
    kubeStateMetrics: { enabled: kubeStateMetrics },
    nodeExporter: { enabled: nodeExporter },
    kubelet: { enabled: kubelet },
    grafana: { enabled: false },
    prometheusOperator: {
      resources: requirements({ cpu: '50m', memory: '64Mi', cpuLimit: null, memoryLimit: '256Mi' }),
    },
    prometheus: {
      agentMode: true,
      // Its account and rights are beside this file.
      serviceAccount: { create: false, name: agent?.spec.serviceAccountName ?? '' },
      prometheusSpec: agent ? agentValues(agent.spec) : {},
    },
    alertmanager: alertmanager
      ? { enabled: true, alertmanagerSpec: { ...common(alertmanager.spec), useExistingSecret: true } }
      : { enabled: false },
    thanosRuler: ruler ? { enabled: true, thanosRulerSpec: common(ruler.spec) } : { enabled: false },
  };
}

/** The chart takes an empty text or selector for "not set", and has a switch for each that means it. */
function agentValues(spec: PrometheusAgent['spec']): object {
  const { storage, ...rest } = common(spec);
  const selectors = ['serviceMonitor', 'podMonitor', 'probe', 'scrapeConfig'];
  return {
    ...rest,
    ...(storage !== undefined && { storageSpec: storage }),
    prometheusExternalLabelNameClear: spec.prometheusExternalLabelName === '',
    replicaExternalLabelNameClear: spec.replicaExternalLabelName === '',
    ...Object.fromEntries(selectors.map((name) => [`${name}SelectorNilUsesHelmValues`, false])),
  };
}

/**
 * What the three resources have in common in the chart (templates of kube-prometheus-stack): the image in parts, no
 * volume where none is asked for, and no anti-affinity of its own beside ours.
 */
function common<T extends PrometheusAgent['spec'] | Alertmanager['spec'] | ThanosRuler['spec']>({
  image,
  storage,
  serviceAccountName: _,
  imagePullSecrets: __,
  ...spec
}: T) {
  const slash = image.indexOf('/');
  const colon = image.lastIndexOf(':');
  return {
    ...spec,
    podAntiAffinity: '',
    image: {
      registry: image.slice(0, slash),
      repository: image.slice(slash + 1, colon),
      tag: image.slice(colon + 1),
    },
    ...('volumeClaimTemplate' in storage && { storage }),
  };
}

/** The chart gives the labels of `app.kubernetes.io` itself: a key twice is no valid YAML. */
const ownLabels = (fleet: FleetSettings): Record<string, string> =>
  Object.fromEntries(
    Object.entries(objectLabels(fleet, 'kube-prometheus-stack')).filter(
      ([key]) => !key.startsWith('app.kubernetes.io/'),
    ),
  );
