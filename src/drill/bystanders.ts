import { image } from '../lab/pipeline/image.ts';
import { container, type KubernetesObject, namespace, workload } from '../lab/pipeline/objects.ts';
import { type Where, waitFor } from './effects.ts';
import type { FaultContext } from './fault.ts';

/** A namespace of another team, in the hub, and the one workload in it: no part of the pipeline. */
export const neighbourPods: Where = ({ hub, names }) => ({
  cluster: hub,
  namespace: `${names.namespaces.application}-billing`,
  name: 'billing',
});

/** A container that runs a script of the shell. */
export const scripted = ({ names }: FaultContext, name: string, script: string): object =>
  container({
    name,
    image: image(names, 'toolbox'),
    command: ['sh', '-c'],
    args: [script],
    memory: '64Mi',
  });

/** Puts the neighbour's namespace and workload into the hub; nobody scrapes it. */
export async function addNeighbour(context: FaultContext, pod: object): Promise<void> {
  const { hands, kubectl, names } = context;
  const { cluster, namespace: inside, name } = neighbourPods(context);
  // That of the drill before may still be about to go.
  const found = ['get', 'namespace', inside, '--ignore-not-found', '-o', 'name'];
  await waitFor(context, async () => (await kubectl(cluster, found)).trim() === '', 120);
  await hands.create(cluster, namespace(inside));
  const labels = { [names.labelKeys.name]: name };
  await hands.create(cluster, workload({ kind: 'Deployment', name, namespace: inside, labels, pod }));
}

/** Puts a Job into the pipeline's namespace of the hub: its pods are not started again in their place. */
export const addJob = (
  context: FaultContext,
  { name, script, ...spec }: { name: string; script: string; backoffLimit?: number; suspend?: boolean },
): Promise<void> =>
  context.hands.create(context.hub, {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name, namespace: context.names.namespaces.pipeline },
    spec: { ...spec, template: jobPod(context, name, script) },
  });

/** What a Job is to run. */
export const jobPod = (context: FaultContext, name: string, script: string): object => ({
  spec: { restartPolicy: 'Never', enableServiceLinks: false, containers: [scripted(context, name, script)] },
});

/** Puts a pod of its own, as `kubectl run` makes it, into the pipeline's namespace of the hub. */
export const addPod = (
  context: FaultContext,
  { name, script, ...spec }: { name: string; script: string; [field: string]: unknown },
): Promise<void> =>
  context.hands.create(context.hub, {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace: context.names.namespaces.pipeline },
    spec: {
      restartPolicy: 'Never',
      enableServiceLinks: false,
      containers: [scripted(context, name, script)],
      ...spec,
    },
  } satisfies KubernetesObject);

/** What is in the pipeline's namespace of the hub, as kubectl is told. */
export const beside =
  (kind: string, name: string) =>
  ({ hub, names }: FaultContext) => ({ cluster: hub, kind, name, namespace: names.namespaces.pipeline });
