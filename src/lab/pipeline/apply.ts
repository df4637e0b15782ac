import { createHmac } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { MedicError } from '../../errors.ts';
import { credentialFiles } from '../cluster/credentials.ts';
import { IMAGES } from '../install/images.ts';
import type { Kubectl } from '../kubectl.ts';
import type { ClusterLayout, LabLayout } from '../layout.ts';
import type { Progress } from '../progress.ts';
import { agentObjects } from './agent.ts';
import { dnsObjects } from './dns.ts';
import { hubObjects } from './hub.ts';
import type { LabNames } from './names.ts';
import { type KubernetesObject, namespace } from './objects.ts';

const READY_TIMEOUT_MS = 240_000;

/** Everything that runs in one cluster of the lab. */
export function clusterObjects(lab: LabLayout, cluster: ClusterLayout, names: LabNames): KubernetesObject[] {
  const objects = [
    ...dnsObjects(lab, cluster, names, `${names.registry}/${IMAGES.coredns.name}`),
    ...(cluster.role === 'hub' ? hubObjects(names, s3Keys(cluster), join(cluster.dir, 'volumes')) : []),
    ...agentObjects(cluster, names),
  ];
  const used = new Set(objects.flatMap((object) => object.metadata.namespace ?? []));
  return [...[...used].map(namespace), ...objects];
}

/** Keys for the lab's S3 follow from the cluster's admin token, so that running `up` again changes nothing. */
export function s3Keys(hub: ClusterLayout) {
  const { adminToken } = credentialFiles(hub);
  if (!existsSync(adminToken)) throw new Error(`no admin token of ${hub.name}`);
  const derive = (use: string) => createHmac('sha256', readFileSync(adminToken)).update(use).digest('hex');
  return { access: derive('access').slice(0, 20), secret: derive('secret').slice(0, 40) };
}

export async function applyObjects(
  kubectl: Kubectl,
  cluster: ClusterLayout,
  objects: KubernetesObject[],
): Promise<void> {
  const list = { apiVersion: 'v1', kind: 'List', items: objects };
  await kubectl(
    cluster.name,
    ['apply', '--server-side', '--force-conflicts', '--field-manager=medic-lab', '-f', '-'],
    JSON.stringify(list),
  );
}

/** Waits until the node is Ready and every workload of the cluster has all its pods ready. */
export async function waitUntilReady(kubectl: Kubectl, lab: LabLayout, progress: Progress): Promise<void> {
  await waitFor(progress, async () => {
    const waiting = await Promise.all(lab.clusters.map((cluster) => notReady(kubectl, cluster)));
    return waiting.flat();
  });
}

/** Waits until Query gives samples of every cluster that are at most a minute old. */
export async function waitForSamples(
  kubectl: Kubectl,
  lab: LabLayout,
  names: LabNames,
  progress: Progress,
): Promise<void> {
  await waitFor(progress, async () => {
    const ages = await sampleAges(kubectl, lab, names);
    return lab.clusters.flatMap((cluster) => {
      const age = ages.get(cluster.name);
      return age !== undefined && age < 60 ? [] : [cluster.name];
    });
  });
}

/** Seconds since the last sample of each cluster that Query knows, by context name. */
export async function sampleAges(
  kubectl: Kubectl,
  lab: LabLayout,
  names: LabNames,
): Promise<Map<string, number>> {
  const hub = lab.clusters[0] as ClusterLayout;
  const service = `${names.services.query}:${names.queryPort ?? names.portNames.http}`;
  const query = encodeURIComponent('time() - max by (cluster) (timestamp(up))');
  const path = `/api/v1/namespaces/${names.namespaces.pipeline}/services/${service}/proxy/api/v1/query?query=${query}`;
  const ages = new Map<string, number>();
  const text = await kubectl(hub.name, ['get', '--raw', path]).catch(() => null);
  if (text === null) return ages;
  const answer = JSON.parse(text) as {
    data: { result: { metric: { cluster?: string }; value: [number, string] }[] };
  };
  for (const { metric, value } of answer.data.result) {
    const index = names.clusters.findIndex((cluster) => cluster.externalLabels.cluster === metric.cluster);
    const cluster = lab.clusters[index];
    if (cluster) ages.set(cluster.name, Number(value[1]));
  }
  return ages;
}

interface WorkloadStatus {
  kind: string;
  metadata: { name: string; generation: number };
  spec: { replicas?: number };
  status: {
    observedGeneration?: number;
    readyReplicas?: number;
    updatedReplicas?: number;
    numberReady?: number;
    desiredNumberScheduled?: number;
  };
}

/** What of a cluster is not ready, each as `cluster/name`. */
export async function notReady(kubectl: Kubectl, cluster: ClusterLayout): Promise<string[]> {
  const text = await kubectl(cluster.name, [
    'get',
    'deployments,statefulsets,daemonsets',
    '-A',
    '-o',
    'json',
  ]);
  const { items } = JSON.parse(text) as { items: WorkloadStatus[] };
  return items.flatMap((item) => {
    const { status, spec } = item;
    const wanted = item.kind === 'DaemonSet' ? status.desiredNumberScheduled : spec.replicas;
    const ready = item.kind === 'DaemonSet' ? status.numberReady : status.readyReplicas;
    const seen = status.observedGeneration === item.metadata.generation;
    const whole =
      seen && wanted !== undefined && (ready ?? 0) === wanted && !(item.kind === 'DaemonSet' && wanted === 0);
    return whole ? [] : [`${cluster.name}/${item.metadata.name}`];
  });
}

async function waitFor(progress: Progress, waitingFor: () => Promise<string[]>): Promise<void> {
  const deadline = Date.now() + READY_TIMEOUT_MS;
  for (;;) {
    const waiting = await waitingFor();
    if (waiting.length === 0) return;
    progress.detail(waiting.join(', '));
    if (Date.now() > deadline)
      throw new MedicError('lab/not-ready', { what: waiting.join(', '), log: 'kubectl get pods -A' });
    await sleep(1000);
  }
}
