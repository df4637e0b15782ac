/**
 * Labels that the rules keep when they aggregate. `cluster` is a cluster's identity; `region` and `environment`
 * are kept beside it so that alerts can be routed and muted by them.
 */
export const CLUSTER = 'cluster, region, environment';
export const NAMESPACE = `${CLUSTER}, namespace`;
export const POD = `${NAMESPACE}, pod`;
/** One scraped process. `pod` stays empty where targets are not found through Kubernetes. */
export const PROCESS = `${NAMESPACE}, job, pod, instance`;
/** All processes of one component. */
export const JOB = `${NAMESPACE}, job`;

/** What two series of one scraped process have in common: to match on, also where no target is a pod. */
export const SAME_PROCESS = 'cluster, job, instance';
export const SAME_POD = 'cluster, namespace, pod';

/** Words for a process in a summary: the pod's name, or the address where there is none. */
export const THIS_PROCESS =
  '{{ $labels.cluster }}: {{ $labels.namespace }}/{{ or $labels.pod $labels.instance }}';
export const THIS_POD = '{{ $labels.cluster }}: {{ $labels.namespace }}/{{ $labels.pod }}';
export const THIS_JOB = '{{ $labels.cluster }}: {{ $labels.namespace }}/{{ $labels.job }}';
