import type { Metrics } from './metrics.ts';

type Counter = readonly [name: string, matching?: Readonly<Record<string, string>>];

/** Whether it goes on shows elsewhere: a writer falls behind, or counts what it gives up. */
const TOLD_ELSEWHERE: readonly Counter[] = [
  ['thanos_receive_forward_requests_total', { result: 'error' }],
  ['thanos_receive_replications_total', { result: 'error' }],
  ['prometheus_remote_storage_samples_failed_total'],
  ['prometheus_remote_storage_samples_retried_total'],
  ['fluentbit_output_retries_total'],
];

/** What failed, when, and whether it still does, only the log of the process says. */
const TOLD_BY_THE_LOG: readonly Counter[] = [
  ['thanos_objstore_bucket_operation_failures_total'],
  ['thanos_receive_hashrings_file_errors_total'],
  ['thanos_shipper_upload_failures_total'],
  ['thanos_shipper_dir_sync_failures_total'],
  ['thanos_shipper_corrupted_blocks_total'],
  ['thanos_receive_head_series_limited_requests_total'],
  ['thanos_blocks_meta_sync_failures_total'],
  ['thanos_bucket_store_block_load_failures_total'],
  ['prometheus_tsdb_compactions_failed_total'],
  ['prometheus_tsdb_reloads_failures_total'],
  ['prometheus_sd_kubernetes_failures_total'],
  ['prometheus_tsdb_wal_corruptions_total'],
  ['prometheus_tsdb_head_truncations_failed_total'],
  ['thanos_compact_halted'],
  ['thanos_memcached_operation_failures_total'],
  ['coredns_panics_total'],
  ['coredns_reload_failed_total'],
  // A disk that is full or broken: the log says which.
  ['prometheus_tsdb_wal_writes_failed_total'],
  ['prometheus_tsdb_wal_truncations_failed_total'],
  ['prometheus_rule_evaluation_failures_total'],
  ['prometheus_notifications_errors_total'],
  ['prometheus_notifications_dropped_total'],
  ['thanos_alert_sender_errors_total'],
  ['thanos_alert_sender_alerts_dropped_total'],
  ['thanos_alert_queue_alerts_dropped_total'],
  ['alertmanager_notifications_failed_total'],
  ['alertmanager_cluster_failed_peers'],
  ['fluentbit_output_errors_total'],
  ['fluentbit_output_retries_failed_total'],
  ['fluentbit_output_dropped_records_total'],
  ['grafana_alerting_rule_evaluation_failures_total'],
  ['prometheus_target_scrapes_sample_duplicate_timestamp_total'],
  ['prometheus_target_scrapes_sample_out_of_order_total'],
  ['prometheus_target_scrapes_sample_out_of_bounds_total'],
];

const counts = (metrics: Metrics, counters: readonly Counter[]): boolean =>
  counters.some(([name, matching]) => (metrics.sum(name, matching) ?? 0) > 0);

/** Whether a process counted failures since its start: anything but zero calls for its log, which says when. */
export const countsFailures = (metrics: Metrics): boolean =>
  counts(metrics, TOLD_BY_THE_LOG) || counts(metrics, TOLD_ELSEWHERE);

/** Whether it counted failures of which nothing but its log tells the meaning. */
export const needsItsLog = (metrics: Metrics): boolean => counts(metrics, TOLD_BY_THE_LOG);
