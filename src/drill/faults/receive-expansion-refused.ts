import type { KubernetesObject } from '../../lab/pipeline/objects.ts';
import { allOf, isRolledOut, receivePods, refusalOf } from '../effects.ts';
import { defineFault, getObject, hubPart } from '../fault.ts';

const LARGER = '8Gi';

interface StatefulSet extends KubernetesObject {
  spec: { volumeClaimTemplates: { spec: { resources: { requests: { storage: string } } } }[] };
}

/**
 * As a person enlarges volumes: templates of claims cannot be changed, so the StatefulSet is made anew with larger ones;
 * the claims stay as they are, and their class lets none grow.
 */
export const fault = defineFault({
  name: 'receive-expansion-refused',
  lab: { pipeline: 'plain' },
  visibleAfter: 240,
  expected: { mode: 'storage/expansion-not-allowed', ...hubPart('receive') },
  inject: async (context) => {
    const { hands } = context;
    const { cluster, namespace, name } = receivePods(context);
    const words = ['statefulset', name, '-n', namespace];
    const { apiVersion, kind, metadata, spec } = await getObject<StatefulSet>(context, cluster, ...words);
    const { labels = {} } = metadata;
    for (const template of spec.volumeClaimTemplates) template.spec.resources.requests.storage = LARGER;
    await hands.remove(cluster, { kind: 'statefulset', namespace, name });
    await hands.create(cluster, { apiVersion, kind, metadata: { name, namespace, labels }, spec });
  },
  effect: allOf(isRolledOut('statefulset', receivePods), async (context) => {
    const { cluster, namespace, name } = receivePods(context);
    const larger = { spec: { resources: { requests: { storage: LARGER } } } };
    const grow = ['patch', 'pvc', `data-${name}-0`, '-n', namespace, '-p', JSON.stringify(larger)];
    return (await refusalOf(context, cluster, [...grow, '--dry-run=server'])).includes('must support resize');
  }),
});
