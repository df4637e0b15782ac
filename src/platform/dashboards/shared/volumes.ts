const AVAILABLE = 'kubelet_volume_stats_available_bytes{cluster=~"$cluster"}';
const CAPACITY = 'kubelet_volume_stats_capacity_bytes{cluster=~"$cluster"}';

const CLAIM = 'cluster, namespace, persistentvolumeclaim';

export const WEEK = 7 * 86_400;

/**
 * Of the volumes of the pods that `part` selects. The free bytes count, not the used ones: a file system keeps some
 * for itself. Every value is of where the volume is mounted now, which is what the instant vector in each tells.
 */
export function volumes(part: string) {
  const of = `and on (${CLAIM}) (
  kube_pod_spec_volumes_persistentvolumeclaims_info{cluster=~"$cluster"} and on (cluster, namespace, pod) ${part}
)`;
  const left = `${AVAILABLE} / -(deriv(${AVAILABLE}[6h]) < 0)`;
  return {
    /** Share used, 0 to 1. */
    used: `max by (${CLAIM}) (1 - ${AVAILABLE} / ${CAPACITY}) ${of}`,
    /** Highest share used in the last day. */
    peak: `max by (${CLAIM}) (1 - min_over_time(${AVAILABLE}[1d]) / ${CAPACITY}) ${of}`,
    /** Share used in a week if the trend of the last day goes on; above 1 it does not fit. */
    inAWeek: `max by (${CLAIM}) (clamp(1 - predict_linear(${AVAILABLE}[1d], ${WEEK}) / ${CAPACITY}, 0, 2)) ${of}`,
    /** Seconds until it is full at the rate of the last six hours; only of volumes that fill. */
    secondsLeft: `min by (${CLAIM}) (${left}) ${of}`,
    bytes: `max by (${CLAIM}) (${CAPACITY}) ${of}`,
  };
}
