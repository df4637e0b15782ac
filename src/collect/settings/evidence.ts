import type { PlainObject } from '../../evidence/kubernetes/plain.ts';
import type { Look } from '../../evidence/look.ts';

/** What settings are told by beyond the evidence of a diagnosis, by cluster. Only `discover` and `diff` ask for it. */
export type SettingsEvidence = ReadonlyMap<string, ClusterSettingsEvidence>;

export interface ClusterSettingsEvidence {
  prometheusAgents: Look<PlainObject[]>;
  prometheuses: Look<PlainObject[]>;
  storageClasses: Look<PlainObject[]>;
  ingressClasses: Look<PlainObject[]>;
  httpRoutes: Look<PlainObject[]>;
  networkPolicies: Look<PlainObject[]>;
  disruptionBudgets: Look<PlainObject[]>;
  resourceQuotas: Look<PlainObject[]>;
  /** Flags with which a process runs, by `namespace/pod`. */
  flags: Map<string, Look<Record<string, string>>>;
  /** The configuration with which an Alertmanager runs, as YAML without its secrets, by `namespace/pod`. */
  alertmanagers: Map<string, Look<string>>;
}
