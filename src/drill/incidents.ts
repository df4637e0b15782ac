/** What is recorded into `examples/incidents/`, by name of the folder. */
export interface Incident {
  name: string;
  /** Names of faults that are at work together; none for a healthy recording. */
  faults: readonly string[];
  /** Seconds between the fault and the recording, where it is more than the faults need to show. */
  waitSeconds?: number;
  /**
   * Kept apart: nothing is developed on it, it only measures. About a third of all.
   */
  heldOut?: boolean;
}

export const INCIDENTS: readonly Incident[] = [
  // The 3 AM incident of the source document: cluster-03 silent for 30 minutes.
  { name: 'cluster-03-silent', faults: ['dns-down-agent-restarted'], waitSeconds: 1800 },
  { name: 'healthy', faults: [] },
  { name: 'healthy-after-restarts', faults: [], heldOut: true },
  { name: 'receive-scaled-to-zero', faults: ['receive-scaled-to-zero'] },
  { name: 'agent-scaled-to-zero', faults: ['agent-scaled-to-zero'], heldOut: true },
  { name: 'agent-image-unavailable', faults: ['agent-image-unavailable'] },
  { name: 'store-image-unavailable', faults: ['store-image-unavailable'], heldOut: true },
  { name: 'agent-config-invalid', faults: ['agent-config-invalid'] },
  { name: 'agent-config-stale', faults: ['agent-config-stale'] },
  { name: 'query-scaled-to-zero', faults: ['query-scaled-to-zero'], heldOut: true },
  { name: 'query-flag-invalid', faults: ['query-flag-invalid'], heldOut: true },
  { name: 'receive-oom-killed', faults: ['receive-oom-killed'] },
  { name: 'receive-service-missing', faults: ['receive-service-missing'] },
  { name: 'receive-selector-mismatch', faults: ['receive-selector-mismatch'] },
  { name: 'store-selector-mismatch', faults: ['store-selector-mismatch'] },
  { name: 'objstore-service-missing', faults: ['objstore-service-missing'], heldOut: true },
  { name: 'receive-port-mismatch', faults: ['receive-port-mismatch'] },
  { name: 'agent-url-wrong-host', faults: ['agent-url-wrong-host'] },
  { name: 'agent-url-wrong-path', faults: ['agent-url-wrong-path'], heldOut: true },
  { name: 'agent-name-not-found', faults: ['agent-name-not-found'] },
  { name: 'agent-over-filtered', faults: ['agent-over-filtered'] },
  { name: 'agent-labels-missing', faults: ['agent-labels-missing'] },
  { name: 'endpoint-refusing', faults: ['endpoint-refusing'] },
  { name: 'hashring-mismatch', faults: ['hashring-mismatch'] },
  { name: 'hashring-after-scaling', faults: ['hashring-after-scaling'], heldOut: true },
  { name: 'objstore-credentials-invalid', faults: ['objstore-credentials-invalid'] },
  { name: 'bucket-missing', faults: ['bucket-missing'] },
  { name: 'edge-unreachable', faults: ['edge-unreachable'] },
  { name: 'agent-shards-saturated', faults: ['agent-shards-saturated'] },
  { name: 'edge-firewall-blocked', faults: ['edge-firewall-blocked'] },
  { name: 'edge-mtu-mismatch', faults: ['edge-mtu-mismatch'] },
  { name: 'objstore-scheme-wrong', faults: ['objstore-scheme-wrong'] },
  { name: 'query-endpoint-misspelled', faults: ['query-endpoint-misspelled'] },
  { name: 'receive-block-damaged', faults: ['receive-block-damaged'] },
  { name: 'receive-image-unavailable-quorum-lost', faults: ['receive-image-unavailable-quorum-lost'] },
  { name: 'receive-tenant-request-limited', faults: ['receive-tenant-request-limited'] },
  { name: 'store-missing', faults: ['store-missing'] },
  { name: 'target-limit-exceeded', faults: ['target-limit-exceeded'] },
  { name: 'agent-remote-write-missing', faults: ['agent-remote-write-missing'], heldOut: true },
  { name: 'query-endpoint-missing', faults: ['query-endpoint-missing'], heldOut: true },
  { name: 'query-replica-label-missing', faults: ['query-replica-label-missing'], heldOut: true },
  { name: 'store-quota-exceeded', faults: ['store-quota-exceeded'], heldOut: true },
  { name: 'query-selector-mismatch', faults: ['query-selector-mismatch'] },
  // The oldest pair in scope (`medic lab up --pipeline older`).
  { name: 'older-healthy', faults: [] },
  { name: 'older-hashring-mismatch', faults: ['hashring-mismatch'] },
  { name: 'older-receive-port-mismatch', faults: ['receive-port-mismatch'] },
  { name: 'older-bucket-missing', faults: ['bucket-missing'], heldOut: true },
  { name: 'two-agent-and-store', faults: ['agent-scaled-to-zero', 'store-image-unavailable'] },
  { name: 'two-service-and-dns', faults: ['receive-service-missing', 'dns-down'] },
  { name: 'two-labels-and-bucket', faults: ['agent-labels-missing', 'bucket-missing'], heldOut: true },
  { name: 'two-hashring-and-filter', faults: ['hashring-mismatch', 'agent-over-filtered'], heldOut: true },
];
