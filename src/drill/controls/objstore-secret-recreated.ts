import type { KubernetesObject } from '../../lab/pipeline/objects.ts';
import { defineControl } from '../control.ts';
import { allOf, allReady, objectIs, storePods } from '../effects.ts';
import { type FaultContext, getObject } from '../fault.ts';

const secret = ({ hub, names }: FaultContext) => ({
  cluster: hub,
  kind: 'secret',
  namespace: names.namespaces.pipeline,
  name: names.objects.objstore,
});

/** Deleted and made again with the same content, as some pipelines roll Secrets out; who has read it goes on. */
export const control = defineControl({
  name: 'objstore-secret-recreated',
  lab: { pipeline: 'plain' },
  visibleAfter: 60,
  happens: async (context) => {
    const { cluster, ...ref } = secret(context);
    const words = [ref.kind, ref.name, '-n', ref.namespace];
    const { apiVersion, kind, type, data } = await getObject<KubernetesObject>(context, cluster, ...words);
    await context.hands.remove(cluster, ref);
    const metadata = { name: ref.name, namespace: ref.namespace };
    await context.hands.create(cluster, { apiVersion, kind, metadata, type, data });
  },
  effect: allOf(
    objectIs<{ metadata: { creationTimestamp: string } }>(
      secret,
      ({ metadata }) => Date.now() - Date.parse(metadata.creationTimestamp) < 300_000,
    ),
    allReady(storePods, 1),
  ),
});
