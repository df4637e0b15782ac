import { IMAGES } from '../../install/images.ts';
import type { ClusterLayout, LabLayout } from '../../layout.ts';
import { application } from '../agent.ts';
import { dnsObjects } from '../dns.ts';
import { objectStore, type S3Keys } from '../hub.ts';
import type { LabNames } from '../names.ts';
import { type KubernetesObject, namespace } from '../objects.ts';
import { ingressControllerObjects } from './ingress-controller.ts';
import { underNames } from './names.ts';
import { slackObjects } from './slack.ts';
import { storageClassObjects } from './storage-class.ts';

/**
 * What a cluster has before any pipeline is deployed to it: DNS, volumes, an application; and, at the hub, an
 * ingress controller, and in the places of the cloud's S3 and of Slack parts that take what those take.
 */
export function emptyClusterObjects(
  lab: LabLayout,
  cluster: ClusterLayout,
  names: LabNames,
  keys: S3Keys,
): KubernetesObject[] {
  const objects = [
    ...dnsObjects(lab, cluster, names, `${names.registry}/${IMAGES.coredns.name}`),
    ...storageClassObjects(cluster, names),
    ...application(names),
    ...(cluster.role === 'hub'
      ? [...objectStore(names, keys), ...ingressControllerObjects(names), ...slackObjects(names)]
      : []),
  ];
  const used = new Set(objects.flatMap((object) => object.metadata.namespace ?? []));
  return [...[...used].map(namespace), ...objects];
}

/** What the owner of a cluster has scraped besides the pipeline, once the operator's kinds are there. */
export function monitorObjects(cluster: ClusterLayout, names: LabNames): KubernetesObject[] {
  const monitor = (name: string, namespaceOf: string, port: string): KubernetesObject => ({
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PodMonitor',
    metadata: { name, namespace: namespaceOf },
    spec: {
      jobLabel: names.labelKeys.name,
      selector: { matchLabels: { [names.labelKeys.name]: name } },
      podMetricsEndpoints: [{ port }],
    },
  });
  return [
    monitor(names.workloads.application, names.namespaces.application, names.portNames.http),
    monitor(names.workloads.dns, names.namespaces.dns, 'metrics'),
    ...(cluster.role === 'hub'
      ? [monitor(underNames(names).ingressController, names.namespaces.dns, 'metrics')]
      : []),
  ];
}
