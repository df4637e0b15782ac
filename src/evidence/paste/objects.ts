import type { NamedObject } from '../../fleet/subjects.ts';
import { at, text } from '../json.ts';

/** Names of Kubernetes' objects (RFC 1123); a word that is no name says nothing. */
const NAME = /^[a-z0-9](?:[-a-z0-9.]{0,251}[a-z0-9])?$/;
const isName = (word: string | undefined): word is string => word !== undefined && NAME.test(word);

/** Workloads by how commands, events and labels call them. */
const WORKLOADS: Readonly<Record<string, string>> = {
  ...{ deployment: 'Deployment', deployments: 'Deployment', deploy: 'Deployment' },
  ...{ statefulset: 'StatefulSet', statefulsets: 'StatefulSet', sts: 'StatefulSet' },
  ...{ daemonset: 'DaemonSet', daemonsets: 'DaemonSet', ds: 'DaemonSet' },
};

/** Labels and fields by their names, as Prometheus, klog, shippers and kube-state-metrics write them. */
const FIELDS: Readonly<Record<string, keyof NamedObject>> = {
  ...{ namespace: 'namespace', namespace_name: 'namespace', kubernetes_namespace: 'namespace' },
  ...{ k8s_namespace_name: 'namespace', pod: 'pod', pod_name: 'pod', podname: 'pod', k8s_pod_name: 'pod' },
  ...{ container: 'container', container_name: 'container', containername: 'container' },
  ...{ k8s_container_name: 'container', cluster: 'context', persistentvolumeclaim: 'claim', node: 'node' },
};

const FIELD =
  /(?<=^|[\s,{("'[.])(namespace|namespace_name|kubernetes_namespace|pod|pod_name|podname|container|container_name|containername|k8s_(?:namespace|pod|container)_name|cluster|persistentvolumeclaim|node|deployment|statefulset|daemonset)(?:\\{0,3}")?\s{0,3}[=:]\s{0,8}(?:\\{0,3}")?([-a-z0-9./_]{1,253})/gi;

const SLASHED =
  /(?<=^|[\s,"'(])(pods?|po|deployments?|deploy|statefulsets?|sts|daemonsets?|ds|persistentvolumeclaims?|pvc|nodes?)(?:\.apps)?\/([a-z0-9][-a-z0-9.]{0,252})/gi;

/** `prometheus-0_monitoring(uid)`, as the kubelet names a pod. */
const UID = /\([0-9a-f]{8}-[0-9a-f]{4}-/g;

/** All that one line says of an object; empty where it says nothing. Linear in the line. */
export function objectIn(line: string): NamedObject {
  const found: NamedObject = { ...fromCommand(line), ...fromJson(line) };
  const set = (key: keyof NamedObject, value: string | undefined) => {
    if (isName(value)) found[key] ??= value;
  };
  const workload = (kind: string | undefined, name: string | undefined) => {
    if (kind === undefined || !isName(name) || found.kind !== undefined) return;
    found.kind = kind;
    found.name = name;
  };
  for (const [, key = '', value = ''] of line.matchAll(FIELD)) {
    const field = FIELDS[key.toLowerCase()];
    const [first, second] = value.split('/');
    if (field === undefined) workload(WORKLOADS[key.toLowerCase()], value);
    else if (field === 'pod' && second !== undefined) {
      set('namespace', first);
      set('pod', second);
    } else set(field, value);
  }
  for (const [, kind = '', name = ''] of line.matchAll(SLASHED)) {
    const lower = kind.toLowerCase();
    if (WORKLOADS[lower] !== undefined) workload(WORKLOADS[lower], name);
    else set(lower.startsWith('po') ? 'pod' : lower.startsWith('node') ? 'node' : 'claim', name);
  }
  for (const { index } of line.matchAll(UID)) {
    const [pod, namespace] = wordBefore(line, index).split('_');
    if (namespace === undefined) continue;
    set('pod', pod);
    set('namespace', namespace);
  }
  return found;
}

function wordBefore(line: string, end: number): string {
  let start = end;
  while (start > 0 && end - start < 330 && /[-a-z0-9._]/.test(line[start - 1] as string)) start -= 1;
  return line.slice(start, end);
}

/** An object or event of the API in one line. */
function fromJson(line: string): NamedObject {
  if (!line.startsWith('{') || !/"(?:involvedObject|regarding|metadata)"/.test(line)) return {};
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return {};
  }
  const about = at(value, 'involvedObject') ?? at(value, 'regarding');
  const [kind, named] =
    about === undefined ? [text(value, 'kind'), at(value, 'metadata')] : [text(about, 'kind'), about];
  const [name, namespace] = [text(named, 'name'), text(named, 'namespace')];
  return {
    ...(isName(namespace) && { namespace }),
    ...(isName(name) && kind === 'Pod' && { pod: name }),
    ...(isName(name) && kind === 'PersistentVolumeClaim' && { claim: name }),
    ...(isName(name) && kind !== undefined && Object.values(WORKLOADS).includes(kind) && { kind, name }),
  };
}

/** `kubectl -n monitoring logs prometheus-0 -c prometheus`: what a person asked about. */
function fromCommand(line: string): NamedObject {
  const start = /(?:^|[\s$#`])(?:kubectl|oc)\s/.exec(line);
  if (!start) return {};
  const words = line.slice(start.index + start[0].length, start.index + 1000).split(/\s+/);
  const found: NamedObject = {};
  const rest: string[] = [];
  for (let index = 0; index < words.length; index++) {
    const [flag = '', inline] = (words[index] as string).split('=');
    const key = FLAGS[flag];
    if (key !== undefined) {
      const value = inline ?? words[++index];
      if (value !== undefined && (key === 'context' ? /^[\w.@:/-]+$/.test(value) : isName(value)))
        found[key] = value;
    } else if (flag.startsWith('|') || flag === '--') break;
    else if (!flag.startsWith('-')) rest.push(flag);
  }
  return { ...found, ...askedFor(rest) };
}

/** What `describe pod NAME`, `get sts NAME` or `logs NAME` is about. */
function askedFor([verb, kind = '', name]: readonly string[]): NamedObject {
  const word = kind.toLowerCase();
  if (verb === 'logs') return isName(kind) ? { pod: kind } : {};
  if ((verb !== 'describe' && verb !== 'get') || !isName(name)) return {};
  if (/^po(?:d|ds)?$/.test(word)) return { pod: name };
  if (/^(?:pvc|persistentvolumeclaims?)$/.test(word)) return { claim: name };
  const workload = WORKLOADS[word];
  return workload === undefined ? {} : { kind: workload, name };
}

const FLAGS: Readonly<Record<string, keyof NamedObject>> = {
  ...{ '-n': 'namespace', '--namespace': 'namespace', '-c': 'container', '--container': 'container' },
  ...{ '--context': 'context' },
};

/** The workload that a pod's name comes from, as the controllers make it; `null` where it does not tell. */
export function workloadOf(pod: string): { kind: string; name: string } | null {
  // pod-template-hash and suffix have no vowels: k8s.io/apimachinery pkg/util/rand.
  const replica = /^(.{1,230})-[bcdfghjklmnpqrstvwxz2456789]{6,10}-[bcdfghjklmnpqrstvwxz2456789]{5}$/.exec(
    pod,
  );
  if (replica?.[1]) return { kind: 'Deployment', name: replica[1] };
  const ordinal = /^(.{1,240})-\d{1,4}$/.exec(pod);
  if (ordinal?.[1]) return { kind: 'StatefulSet', name: ordinal[1] };
  const daemon = /^(.{1,240})-[bcdfghjklmnpqrstvwxz2456789]{5}$/.exec(pod);
  return daemon?.[1] ? { kind: 'DaemonSet', name: daemon[1] } : null;
}
