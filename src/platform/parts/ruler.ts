import { metadata, objectLabels, requirements, secretSelector } from '../builders.ts';
import type { RenderContext } from '../context.ts';
import type { PlatformObject } from '../kubernetes.ts';
import { NAMES, OPERATED } from '../names.ts';
import { RULE_GROUPS } from '../rules/registry.generated.ts';
import { toPrometheus } from '../rules/to-prometheus.ts';
import { managed, volume } from './agent.ts';
import { serviceRecord } from './thanos.ts';

/** The rules of all clusters, and Thanos Ruler, which evaluates them on Query: Agents evaluate none. */
export function ruler(context: RenderContext): PlatformObject[] {
  const { fleet } = context;
  const { ruler: settings, alertmanager } = fleet;
  if (!settings.enabled) return [];
  const name = 'thanos-ruler';
  return [
    ...rules(context),
    {
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'ThanosRuler',
      metadata: { ...metadata(context, NAMES.ruler, name), labels: objectLabels(fleet, name) },
      spec: {
        ...managed(context, { name, software: 'thanos', replicas: settings.replicas }),
        resources: requirements(settings.resources),
        storage: volume(context, settings.storage),
        evaluationInterval: settings.evaluationInterval,
        retention: settings.retention,
        labels: { ruler_cluster: context.cluster.name },
        // Whoever writes a PrometheusRule anywhere in the hub means it to be evaluated.
        ruleSelector: {},
        ruleNamespaceSelector: {},
        queryEndpoints: [serviceRecord(context, NAMES.query, 'http')],
        ...(alertmanager.enabled && {
          alertmanagersUrl: [
            `dnssrv+http://_web._tcp.${OPERATED.alertmanagerService}.${context.cluster.namespace}.svc.cluster.local`,
          ],
        }),
        objectStorageConfig: secretSelector(fleet.objectStorage.secret),
      },
    },
  ];
}

/** One resource for each group, so that a refused one costs no other. */
function rules(context: RenderContext): PlatformObject[] {
  const { language, runbooks } = context.fleet;
  return RULE_GROUPS.map((group) => ({
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PrometheusRule',
    metadata: metadata(context, `fleetmedic-${group.name}`, 'thanos-ruler'),
    spec: toPrometheus([group], { language, runbooks }),
  }));
}
