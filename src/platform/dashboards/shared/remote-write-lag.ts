/**
 * Seconds between the newest sample that a queue should send and the newest that was accepted. Since Prometheus
 * 3.7 each queue says what it should send; before, the server says what it took in. A queue that never sent
 * anything says 0 and is left out: it has no lag but an age.
 */
export function remoteWriteLag(matchers: string): string {
  const sent = `(prometheus_remote_storage_queue_highest_sent_timestamp_seconds{${matchers}} > 0)`;
  return `(
  prometheus_remote_storage_queue_highest_timestamp_seconds{${matchers}} - ${sent}
  or prometheus_remote_storage_highest_timestamp_in_seconds{${matchers}} - on (cluster, job, instance) group_right () ${sent}
)`;
}
