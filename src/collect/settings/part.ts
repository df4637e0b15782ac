import { type ClusterEvidence, podKey } from '../../evidence/evidence.ts';
import type { Workload } from '../../evidence/kubernetes/objects.ts';
import type { Container, PodSpec } from '../../evidence/kubernetes/pods.ts';
import { podSpecOf, podsOf, workloadOf } from '../../evidence/views.ts';
import type { Component } from '../../fleet/fleet.ts';
import type { Role } from '../../fleet/roles.ts';
import type { ClusterSettingsEvidence } from './evidence.ts';

/** A component with all that tells its settings. */
export interface Part {
  cluster: ClusterEvidence;
  extra: ClusterSettingsEvidence | undefined;
  component: Component;
  /** `null` where pods have no controller that was seen. */
  workload: Workload | null;
  spec: PodSpec | null;
  container: Container | null;
  /** Flags as the process tells them, without dashes; `null` where it does not. */
  flags: Readonly<Record<string, string>> | null;
  /** Version of what runs, `0.42.4`; `null` where neither the process nor the image tells. */
  version: string | null;
}

export function partOf(
  cluster: ClusterEvidence,
  extra: ClusterSettingsEvidence | undefined,
  component: Component,
): Part {
  const spec = podSpecOf(cluster, component);
  const pods = podsOf(cluster, component).map(podKey);
  const flags = pods.map((key) => extra?.flags.get(key)).find((look) => look?.seen);
  return {
    cluster,
    extra,
    component,
    workload: workloadOf(cluster, component)?.workload ?? null,
    spec,
    container: spec?.containers.find(({ name }) => name === component.container) ?? null,
    flags: flags?.seen ? flags.value : null,
    version: versionOf(cluster, component, pods),
  };
}

const BUILD_INFO: Partial<Record<Role, string>> = {
  agent: 'prometheus_build_info',
  prometheus: 'prometheus_build_info',
};

/** What the process says of itself comes first: a tag is only a name. */
function versionOf(cluster: ClusterEvidence, component: Component, pods: readonly string[]): string | null {
  const metric = BUILD_INFO[component.role] ?? 'thanos_build_info';
  for (const key of pods) {
    const look = cluster.metrics.get(key);
    const own = look?.seen ? look.value.samples(metric)[0]?.labels.version : undefined;
    const version = own === undefined ? null : versionIn(own);
    if (version !== null) return version;
  }
  const tag = /:([^/:@]+)(?:@|$)/.exec(component.image)?.[1];
  return tag === undefined ? null : versionIn(tag);
}

/** `v0.42.4`, `0.36.1-debian-12-r1`, `3.0.0-rc.1`: what a distribution adds is no part of the version. */
export function versionIn(text: string): string | null {
  return /^v?(\d{1,4}\.\d{1,4}\.\d{1,4}(?:-(?:rc|alpha|beta)[.\d]*)?)(?:$|[-+._])/.exec(text)?.[1] ?? null;
}
