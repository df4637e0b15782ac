/** Two faults at once, by names of `faults/`, in the order in which they are made. */
export interface Pair {
  /** Follows from the faults. */
  name: string;
  faults: readonly [string, string];
  /** The one that cannot be seen as long as the other lasts, and why: it is named when the other is mended. */
  hidden?: { fault: string; because: string };
}

/** Two that have nothing to do with each other, or that can both be seen: both are to be named. */
const both = (first: string, second: string): Pair => ({
  name: `${first}-and-${second}`,
  faults: [first, second],
});

/** The first keeps everybody from seeing the second. */
const behind = (root: string, hidden: string, because: string): Pair => ({
  name: `${hidden}-behind-${root}`,
  faults: [root, hidden],
  hidden: { fault: hidden, because },
});

/**
 * No two change the same object. What is to be named is written from the catalogue's words (what a mode means, and which
 * of two neighbours it is), before any run.
 */
export const PAIRS: readonly Pair[] = [
  // An edge, and the hub.
  both('agent-scaled-to-zero', 'store-image-unavailable'),
  both('agent-labels-missing', 'bucket-missing'),
  both('hashring-mismatch', 'agent-over-filtered'),
  both('receive-service-missing', 'dns-down'),
  both('agent-url-wrong-path', 'compactor-scaled-to-zero'),
  both('agent-config-stale', 'store-selector-mismatch'),
  both('agent-remote-write-missing', 'store-unschedulable'),
  both('agent-rbac-denied', 'store-secret-missing'),
  both('agent-oom-killed', 'query-image-unavailable'),
  both('agent-missing', 'compactor-not-downsampling'),
  both('agent-labels-duplicate', 'store-probe-failing'),
  both('agent-url-wrong-host', 'query-endpoint-missing'),
  both('agent-shards-saturated', 'store-selector-mismatch'),
  both('agent-config-missing', 'compactor-chunks-out-of-order'),
  both('edge-firewall-blocked', 'store-oom-killed'),
  both('edge-mtu-mismatch', 'compactor-block-partial'),
  both('edge-link-lost', 'store-quota-exceeded'),
  both('dns-down', 'query-scaled-to-zero'),
  both('target-http-error', 'store-port-mismatch'),
  both('target-name-not-found', 'query-replica-label-missing'),
  both('target-unauthorized', 'store-storageclass-missing'),
  both('target-refused', 'receive-upload-off'),
  both('target-limit-exceeded', 'store-default-storageclass-missing'),
  both('target-tls', 'objstore-config-invalid'),
  both('target-not-exposition', 'receive-image-unavailable-quorum-lost'),
  both('job-without-targets', 'store-scaled-to-zero'),
  both('target-http-error', 'hub-node-lost'),
  // Two parts of the hub.
  both('store-image-unavailable', 'compactor-not-downsampling'),
  both('hashring-mismatch', 'query-endpoint-misspelled'),
  both('store-missing', 'query-replica-label-missing'),
  both('compactor-scaled-to-zero', 'query-image-unavailable'),
  // As `medic deploy` makes it.
  both('operator-not-running', 'frontend-downstream-misspelled'),
  both('monitor-missing', 'memcached-scaled-to-zero'),
  both('rules-not-selected', 'ingress-missing'),
  both('ruler-not-connected', 'monitor-port-mismatch'),
  both('operator-resource-rejected', 'notification-rejected'),
  both('ingress-service-missing', 'frontend-downstream-port-wrong'),
  both('memcached-service-missing', 'router-scaled-to-zero'),
  // One before the other on the same way, and both can be read from the cluster's objects.
  both('router-scaled-to-zero', 'ingress-missing'),
  // One that hides the other.
  behind('agent-scaled-to-zero', 'agent-url-wrong-path', 'nobody asks at that path'),
  behind('agent-missing', 'target-unauthorized', 'nobody asks the application'),
  behind('agent-rbac-denied', 'target-http-error', 'the agent does not learn of the application'),
  behind(
    'dns-down',
    'agent-name-not-found',
    'no name is answered, one that does not exist as little as others',
  ),
  behind('edge-link-lost', 'agent-url-wrong-path', 'no request arrives where the path would be refused'),
  behind('edge-firewall-blocked', 'agent-protocol-mismatch', 'no request arrives where it would be refused'),
  behind('receive-scaled-to-zero', 'hashring-mismatch', 'no Receive is there to miss another'),
  behind('receive-scaled-to-zero', 'receive-tenant-unrouted', 'no Receive is there to refuse the tenant'),
  behind('store-scaled-to-zero', 'store-selector-mismatch', 'there are no pods that it could select'),
  behind('objstore-scaled-to-zero', 'objstore-credentials-invalid', 'nobody looks at the keys'),
  behind(
    'operator-not-running',
    'monitor-port-mismatch',
    'nobody follows the monitor, the agent goes on as before',
  ),
  {
    ...behind('edge-unreachable', 'target-http-error', 'nothing of the cluster can be seen'),
    // Nothing can be made there any more once it is unreachable.
    faults: ['target-http-error', 'edge-unreachable'],
  },
];
