import { once } from './once.ts';
import type { Role } from './roles.ts';

/** A running part, or the Kubernetes object that is at fault for one. */
export interface ComponentRef {
  type: 'component';
  cluster: string;
  /** `null` for a whole cluster. */
  namespace: string | null;
  /** Kubernetes kind: StatefulSet, Deployment, DaemonSet, Service, Secret, … or `Cluster`. */
  kind: string;
  name: string;
  role: Role;
  pod: string | null;
  container: string | null;
}

export type LinkKind =
  | 'scrape'
  | 'remote-write'
  | 'forward'
  | 'upload'
  | 'fetch'
  | 'query'
  | 'cache'
  | 'notify'
  | 'ship-logs';

export interface ExternalRef {
  type: 'external';
  host: string;
}

/** A flow between two components, or to a host that is no part of the fleet. */
export interface LinkRef {
  type: 'link';
  kind: LinkKind;
  from: ComponentRef;
  to: ComponentRef | ExternalRef;
}

/** A place in a text that somebody pasted. */
export interface TextRef {
  type: 'text';
  line: number;
  column: number;
}

/** What a text says of an object of Kubernetes: whatever of it is written there. */
export interface NamedObject {
  context?: string;
  namespace?: string;
  /** As the API calls it: Deployment, StatefulSet, Pod. */
  kind?: string;
  name?: string;
  pod?: string;
  container?: string;
  claim?: string;
  node?: string;
}

export type Subject = ComponentRef | LinkRef | ExternalRef | TextRef;

export function componentRef(
  spec: Pick<ComponentRef, 'cluster' | 'namespace' | 'kind' | 'name' | 'role'> & Partial<ComponentRef>,
): ComponentRef {
  const { cluster, namespace, kind, name, role, pod = null, container = null } = spec;
  return { type: 'component', cluster, namespace, kind, name, role, pod, container };
}

/** The component that stands for a cluster as a whole. */
export function clusterRef(cluster: string): ComponentRef {
  return componentRef({ cluster, namespace: null, kind: 'Cluster', name: cluster, role: 'apiserver' });
}

/** A subject as text, the same from run to run: `cluster/namespace/Kind/name[/pod[/container]]`. */
export const subjectKey = once((subject: Subject): string => {
  switch (subject.type) {
    case 'component': {
      const { cluster, namespace, kind, name, pod, container } = subject;
      let key = namespace === null ? `${cluster}/${kind}/${name}` : `${cluster}/${namespace}/${kind}/${name}`;
      if (pod !== null) key += `/${pod}`;
      if (container !== null) key += `/${container}`;
      return key;
    }
    case 'link':
      return `${subject.kind}(${subjectKey(subject.from)}>${subjectKey(subject.to)})`;
    case 'external':
      return `external/${subject.host}`;
    case 'text':
      return `text/${subject.line}:${subject.column}`;
  }
});
