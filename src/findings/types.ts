/**
 * Every kind of finding. `leak` is the chance that it is present without any cause that the catalogue knows:
 * small where nothing else can make it so, larger where much can. Ids are part of the JSON contract.
 */
export const FINDING_TYPES = {
  // workload
  'replicas-zero': { leak: 1e-5 },
  'pods-not-ready': { leak: 2e-3 },
  'no-ready-pods': { leak: 1e-3 },
  'image-pull-failing': { leak: 1e-5 },
  'container-crashing': { leak: 2e-3 },
  'container-oom-killed': { leak: 1e-5 },
  'config-refused': { leak: 1e-4 },
  'config-reload-refused': { leak: 1e-5 },
  // network
  'service-absent': { leak: 1e-4 },
  'service-selects-nothing': { leak: 1e-5 },
  'service-port-wrong': { leak: 1e-4 },
  'dns-silent': { leak: 1e-4 },
  'name-lookup-failing': { leak: 1e-3 },
  'name-unknown': { leak: 1e-3 },
  // remote write
  'remote-write-failing': { leak: 1e-3 },
  'remote-write-refused': { leak: 1e-3 },
  'remote-write-not-found': { leak: 1e-4 },
  'remote-write-url-differs': { leak: 1e-4 },
  'write-filter-drops': { leak: 1e-5 },
  'identity-missing': { leak: 1e-5 },
  // receive
  'hashring-differs': { leak: 1e-4 },
  'quorum-unreached': { leak: 1e-3 },
  // object store
  'objstore-credentials-refused': { leak: 1e-5 },
  'objstore-bucket-absent': { leak: 1e-5 },
  'objstore-failing': { leak: 1e-3 },
  // query and clusters
  'store-unreachable': { leak: 1e-3 },
  'query-unanswered': { leak: 1e-3 },
  'samples-without-identity': { leak: 1e-3 },
  'cluster-silent': { leak: 1e-3 },
  'api-unreachable': { leak: 1e-2 },
} as const satisfies Record<string, { leak: number }>;

export type FindingType = keyof typeof FINDING_TYPES;
