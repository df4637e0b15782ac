/** A metric that its pinned source registers, though the recorded lab may have had no occasion to export it. */
export interface UpstreamMetric {
  name: string;
  /** Module, version and the file that registers the name. */
  source: string;
}

const ALERTMANAGER = 'alertmanager v0.28.1';
const PROMETHEUS = 'prometheus v0.309.1 (3.9)';
const THANOS = 'thanos v0.42.4';
const KUBE_STATE_METRICS = 'kube-state-metrics v2.18.0 internal/store';
const NODE_EXPORTER = 'node_exporter v1.12.1 collector';
const TRAEFIK = 'traefik v3.6.12 pkg/observability/metrics/prometheus.go';

/** Found by reading the files named; a histogram is listed with the suffix that is used. */
const BY_SOURCE: Readonly<Record<string, readonly string[]>> = {
  [`${ALERTMANAGER} provider/mem/mem.go`]: ['alertmanager_alerts'],
  [`${ALERTMANAGER} api/metrics/metrics.go`]: [
    'alertmanager_alerts_invalid_total',
    'alertmanager_alerts_received_total',
  ],
  [`${ALERTMANAGER} cmd/alertmanager/main.go`]: ['alertmanager_build_info'],
  [`${ALERTMANAGER} cluster/cluster.go`]: ['alertmanager_cluster_failed_peers'],
  [`${ALERTMANAGER} cluster/delegate.go`]: [
    'alertmanager_cluster_members',
    'alertmanager_cluster_messages_queued',
  ],
  [`${ALERTMANAGER} config/coordinator.go`]: ['alertmanager_config_last_reload_successful'],
  [`${ALERTMANAGER} notify/notify.go`]: [
    'alertmanager_notification_latency_seconds_bucket',
    'alertmanager_notifications_failed_total',
    'alertmanager_notifications_suppressed_total',
    'alertmanager_notifications_total',
  ],
  [`${ALERTMANAGER} silence/silence.go`]: ['alertmanager_silences'],

  'cadvisor v0.53.0 (in kubelet v1.35.4) metrics/prometheus.go': [
    'container_cpu_cfs_periods_total',
    'container_cpu_cfs_throttled_periods_total',
    'container_cpu_usage_seconds_total',
    'container_memory_working_set_bytes',
  ],
  'kubernetes v1.35.4 pkg/kubelet/metrics/collectors/volume_stats.go': [
    'kubelet_volume_stats_available_bytes',
    'kubelet_volume_stats_capacity_bytes',
  ],
  [`${KUBE_STATE_METRICS}/deployment.go`]: [
    'kube_deployment_spec_replicas',
    'kube_deployment_status_replicas_available',
  ],
  [`${KUBE_STATE_METRICS}/statefulset.go`]: [
    'kube_statefulset_replicas',
    'kube_statefulset_status_replicas_ready',
  ],
  [`${KUBE_STATE_METRICS}/pod.go`]: [
    'kube_pod_container_info',
    'kube_pod_container_resource_limits',
    'kube_pod_container_status_last_terminated_reason',
    'kube_pod_container_status_restarts_total',
    'kube_pod_spec_volumes_persistentvolumeclaims_info',
    'kube_pod_status_ready',
  ],
  [`${NODE_EXPORTER}/cpu_common.go`]: ['node_cpu_seconds_total'],
  [`${NODE_EXPORTER}/filesystem_common.go`]: ['node_filesystem_avail_bytes', 'node_filesystem_size_bytes'],
  [`${NODE_EXPORTER}/meminfo_linux.go`]: ['node_memory_MemAvailable_bytes', 'node_memory_MemTotal_bytes'],

  [`${PROMETHEUS} scrape/scrape.go`]: ['scrape_duration_seconds', 'scrape_samples_scraped', 'up'],
  [`${PROMETHEUS} storage/remote/queue_manager.go`]: ['prometheus_remote_storage_samples_dropped_total'],
  [`${PROMETHEUS} rules/group.go`]: [
    'prometheus_rule_evaluation_failures_total',
    'prometheus_rule_evaluations_total',
    'prometheus_rule_group_interval_seconds',
    'prometheus_rule_group_iterations_missed_total',
    'prometheus_rule_group_last_duration_seconds',
  ],

  [`${THANOS} cmd/thanos/rule.go`]: [
    'thanos_rule_config_last_reload_successful',
    'thanos_rule_evaluation_with_warnings_total',
  ],
  [`${THANOS} pkg/alert/alert.go`]: [
    'thanos_alert_queue_alerts_dropped_total',
    'thanos_alert_queue_capacity',
    'thanos_alert_queue_length',
    'thanos_alert_sender_alerts_dropped_total',
    'thanos_alert_sender_alerts_sent_total',
    'thanos_alert_sender_errors_total',
  ],
  [`${THANOS} pkg/queryfrontend/roundtrip.go`]: ['thanos_query_frontend_queries_total'],
  [`${THANOS} pkg/queryfrontend/split_by_interval.go`]: ['thanos_frontend_split_queries_total'],
  [`${THANOS} internal/cortex/chunk/cache/instrumented.go`]: [
    'cortex_cache_fetched_keys_total',
    'cortex_cache_hits_total',
    'cortex_cache_request_duration_seconds_bucket',
  ],
  [`${THANOS} internal/cortex/querier/queryrange/retry.go`]: [
    'cortex_query_frontend_retries_count',
    'cortex_query_frontend_retries_sum',
  ],
  [`${THANOS} pkg/cacheutil/memcached_client.go`]: [
    'thanos_memcached_operation_duration_seconds_bucket',
    'thanos_memcached_operation_failures_total',
    'thanos_memcached_operations_total',
  ],
  [`${THANOS} pkg/receive/head_series_limiter.go`]: ['thanos_receive_head_series_limited_requests_total'],
  [`${THANOS} pkg/store/bucket.go`]: [
    'thanos_bucket_store_queries_dropped_total',
    'thanos_bucket_store_series_data_size_fetched_bytes_sum',
    'thanos_bucket_store_series_get_all_duration_seconds_bucket',
  ],
  [`${THANOS} pkg/compact/compact.go`]: [
    'thanos_compact_group_compactions_failures_total',
    'thanos_compact_group_compactions_total',
  ],
  [`${THANOS} cmd/thanos/downsample.go`]: [
    'thanos_compact_downsample_failures_total',
    'thanos_compact_downsample_total',
  ],

  [TRAEFIK]: ['traefik_service_request_duration_seconds_bucket', 'traefik_service_requests_total'],
};

export const UPSTREAM_METRICS: readonly UpstreamMetric[] = Object.entries(BY_SOURCE).flatMap(
  ([source, names]) => names.map((name) => ({ name, source })),
);
