/** What is recorded into `examples/incidents/`, by name of the folder. */
export interface Incident {
  name: string;
  /** What is made: a fault, a pair or a control, by name; `null` for a lab to which nothing happens. */
  drill: string | null;
  /** Seconds between what is made and the recording, where it is more than that needs to show. */
  waitSeconds?: number;
  /**
   * Kept apart: nothing is developed on it, it only measures. About a third of all.
   */
  heldOut?: boolean;
}

export const INCIDENTS: readonly Incident[] = [
  // The 3 AM incident of the source document: cluster-03 silent for 30 minutes.
  { name: 'cluster-03-silent', drill: 'dns-down-agent-restarted', waitSeconds: 1800 },
  { name: 'healthy', drill: null },
  { name: 'healthy-after-restarts', drill: null, heldOut: true },
  { name: 'receive-scaled-to-zero', drill: 'receive-scaled-to-zero' },
  { name: 'agent-scaled-to-zero', drill: 'agent-scaled-to-zero', heldOut: true },
  { name: 'agent-image-unavailable', drill: 'agent-image-unavailable' },
  { name: 'store-image-unavailable', drill: 'store-image-unavailable', heldOut: true },
  { name: 'agent-config-invalid', drill: 'agent-config-invalid' },
  { name: 'agent-config-stale', drill: 'agent-config-stale' },
  { name: 'query-scaled-to-zero', drill: 'query-scaled-to-zero', heldOut: true },
  { name: 'query-flag-invalid', drill: 'query-flag-invalid', heldOut: true },
  { name: 'receive-oom-killed', drill: 'receive-oom-killed' },
  { name: 'receive-service-missing', drill: 'receive-service-missing' },
  { name: 'receive-selector-mismatch', drill: 'receive-selector-mismatch' },
  { name: 'store-selector-mismatch', drill: 'store-selector-mismatch' },
  { name: 'objstore-service-missing', drill: 'objstore-service-missing', heldOut: true },
  { name: 'receive-port-mismatch', drill: 'receive-port-mismatch' },
  { name: 'agent-url-wrong-host', drill: 'agent-url-wrong-host' },
  { name: 'agent-url-wrong-path', drill: 'agent-url-wrong-path', heldOut: true },
  { name: 'agent-name-not-found', drill: 'agent-name-not-found' },
  { name: 'agent-over-filtered', drill: 'agent-over-filtered' },
  { name: 'agent-labels-missing', drill: 'agent-labels-missing' },
  { name: 'endpoint-refusing', drill: 'endpoint-refusing' },
  { name: 'hashring-mismatch', drill: 'hashring-mismatch' },
  { name: 'hashring-after-scaling', drill: 'hashring-after-scaling', heldOut: true },
  { name: 'objstore-credentials-invalid', drill: 'objstore-credentials-invalid' },
  { name: 'bucket-missing', drill: 'bucket-missing' },
  { name: 'edge-unreachable', drill: 'edge-unreachable' },
  { name: 'agent-shards-saturated', drill: 'agent-shards-saturated' },
  { name: 'edge-firewall-blocked', drill: 'edge-firewall-blocked' },
  { name: 'edge-mtu-mismatch', drill: 'edge-mtu-mismatch' },
  { name: 'objstore-scheme-wrong', drill: 'objstore-scheme-wrong' },
  { name: 'query-endpoint-misspelled', drill: 'query-endpoint-misspelled' },
  { name: 'receive-block-damaged', drill: 'receive-block-damaged' },
  { name: 'receive-image-unavailable-quorum-lost', drill: 'receive-image-unavailable-quorum-lost' },
  { name: 'receive-tenant-request-limited', drill: 'receive-tenant-request-limited' },
  { name: 'store-missing', drill: 'store-missing' },
  { name: 'target-limit-exceeded', drill: 'target-limit-exceeded' },
  { name: 'agent-remote-write-missing', drill: 'agent-remote-write-missing', heldOut: true },
  { name: 'query-endpoint-missing', drill: 'query-endpoint-missing', heldOut: true },
  { name: 'query-replica-label-missing', drill: 'query-replica-label-missing', heldOut: true },
  { name: 'store-quota-exceeded', drill: 'store-quota-exceeded', heldOut: true },
  { name: 'query-selector-mismatch', drill: 'query-selector-mismatch' },
  { name: 'agent-memory-near-limit', drill: 'agent-memory-near-limit' },
  { name: 'compactor-behind', drill: 'compactor-behind' },
  { name: 'compactor-chunks-out-of-order', drill: 'compactor-chunks-out-of-order' },
  { name: 'compactor-twice', drill: 'compactor-twice' },
  { name: 'edge-certificates-expired', drill: 'edge-certificates-expired' },
  { name: 'edge-kubelet-stopped', drill: 'edge-kubelet-stopped' },
  { name: 'job-without-targets', drill: 'job-without-targets' },
  { name: 'objstore-config-invalid', drill: 'objstore-config-invalid' },
  { name: 'objstore-throttled', drill: 'objstore-throttled' },
  { name: 'compactor-not-downsampling', drill: 'compactor-not-downsampling' },
  { name: 'objstore-port-mismatch', drill: 'objstore-port-mismatch' },
  { name: 'objstore-scaled-to-zero', drill: 'objstore-scaled-to-zero' },
  { name: 'query-rollout-stuck', drill: 'query-rollout-stuck' },
  { name: 'receive-disk-full', drill: 'receive-disk-full' },
  { name: 'receive-io-error', drill: 'receive-io-error' },
  { name: 'frontend-downstream-port-wrong', drill: 'frontend-downstream-port-wrong' },
  { name: 'ingress-body-limit', drill: 'ingress-body-limit' },
  { name: 'frontend-cache-item-too-large', drill: 'frontend-cache-item-too-large' },
  { name: 'alertmanager-peers-unreachable', drill: 'alertmanager-peers-unreachable' },
  // The oldest pair in scope (`medic lab up --pipeline older`).
  { name: 'older-healthy', drill: null },
  { name: 'older-hashring-mismatch', drill: 'hashring-mismatch' },
  { name: 'older-receive-port-mismatch', drill: 'receive-port-mismatch' },
  { name: 'older-bucket-missing', drill: 'bucket-missing', heldOut: true },
  { name: 'two-agent-and-store', drill: 'agent-scaled-to-zero-and-store-image-unavailable' },
  { name: 'two-service-and-dns', drill: 'receive-service-missing-and-dns-down' },
  { name: 'two-labels-and-bucket', drill: 'agent-labels-missing-and-bucket-missing', heldOut: true },
  { name: 'two-hashring-and-filter', drill: 'hashring-mismatch-and-agent-over-filtered', heldOut: true },
];
