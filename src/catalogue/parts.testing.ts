import type { EvidenceRequest, Json } from '../evidence/transport.ts';
import type { Change } from './changed.testing.ts';

/** A part that a recording does not have: a Deployment with one or more pods, and what they answer. */
export interface AddedPart {
  cluster: string;
  namespace: string;
  name: string;
  image: string;
  args?: readonly string[];
  replicas?: number;
  /** When its pods started; long ago unless told. */
  startedAt?: string;
  /** Answers of its pods' HTTP servers, by what the path after `/proxy` begins with. */
  answers?: Readonly<Record<string, Json>>;
  /** Lines of its log, without time stamps; `at` is the time of the look. */
  log?: { at: string; lines: readonly string[] };
  /** ConfigMaps of its namespace: `path` is where the pods mount it, a label is how a sidecar finds it. */
  configMaps?: readonly { name: string; data: Record<string, string>; path?: string; label?: string }[];
}

/** A recording with a part more: hand-made, nothing of it ever ran. */
export function withPart(part: AddedPart): Change {
  const pods = Array.from({ length: part.replicas ?? 1 }, (_, index) => podOf(part, index));
  return (request, body) => {
    if (request.cluster !== part.cluster) return body;
    const [base = ''] = request.path.split('?', 1);
    if (base === '/api/v1/pods') return withItems(body, pods);
    if (base === '/apis/apps/v1/deployments') return withItems(body, [deploymentOf(part)]);
    return configAnswer(part, request) ?? podAnswer(part, request) ?? body;
  };
}

function withItems(body: Json, items: readonly Json[]): Json {
  const list = body as { items?: Json[] } | null;
  return list?.items ? { ...(list as object), items: [...list.items, ...items] } : body;
}

const LABELS = (part: AddedPart) => ({ app: part.name });

function specOf(part: AddedPart): Json {
  const mounted = (part.configMaps ?? []).filter(({ path }) => path !== undefined);
  const handed = (part.configMaps ?? []).some(({ label }) => label !== undefined);
  return {
    containers: [
      {
        ...{ name: part.name, image: part.image, args: [...(part.args ?? [])] },
        volumeMounts: mounted.map(({ name, path }) => ({ name, mountPath: path ?? '' })),
      },
    ],
    volumes: [
      ...mounted.map(({ name }) => ({ name, configMap: { name } })),
      ...(handed ? [{ name: 'sc-datasources-volume', emptyDir: {} }] : []),
    ],
  };
}

function deploymentOf(part: AddedPart): Json {
  return {
    metadata: { name: part.name, namespace: part.namespace, uid: `${part.name}-uid`, generation: 1 },
    spec: {
      replicas: part.replicas ?? 1,
      selector: { matchLabels: LABELS(part) },
      template: { metadata: { labels: LABELS(part) }, spec: specOf(part) },
    },
    status: { observedGeneration: 1, readyReplicas: part.replicas ?? 1, updatedReplicas: part.replicas ?? 1 },
  };
}

function podOf(part: AddedPart, index: number): Json {
  const startedAt = part.startedAt ?? '2026-01-01T00:00:00Z';
  return {
    metadata: {
      ...{
        name: `${part.name}-1a2b3c4d5e-${index}abcd`,
        namespace: part.namespace,
        creationTimestamp: startedAt,
      },
      labels: { ...LABELS(part), 'pod-template-hash': '1a2b3c4d5e' },
      ownerReferences: [{ kind: 'ReplicaSet', name: `${part.name}-1a2b3c4d5e`, controller: true }],
    },
    spec: specOf(part),
    status: {
      phase: 'Running',
      conditions: [{ type: 'Ready', status: 'True', lastTransitionTime: startedAt }],
      containerStatuses: [
        { name: part.name, ready: true, restartCount: 0, state: { running: { startedAt } } },
      ],
    },
  };
}

function podAnswer(part: AddedPart, { path }: EvidenceRequest): Json {
  const own = `/api/v1/namespaces/${part.namespace}/pods/${part.name}-1a2b3c4d5e-`;
  if (!path.startsWith(own)) return null;
  if (path.includes('/log?')) {
    return part.log ? part.log.lines.map((line) => `${part.log?.at} ${line}\n`).join('') : '';
  }
  const [, page = ''] = path.split('/proxy', 2);
  const [, answer = null] =
    Object.entries(part.answers ?? {}).find(([begin]) => page.startsWith(begin)) ?? [];
  return answer;
}

function configAnswer(part: AddedPart, { path }: EvidenceRequest): Json {
  const folder = `/api/v1/namespaces/${part.namespace}/configmaps`;
  const bodyOf = ({ name, data }: { name: string; data: Record<string, string> }) => ({
    metadata: { name, namespace: part.namespace },
    data,
  });
  for (const map of part.configMaps ?? []) if (path === `${folder}/${map.name}`) return bodyOf(map);
  const label = /^\?labelSelector=([\w-]{1,80})/.exec(path.slice(folder.length))?.[1];
  if (!path.startsWith(folder) || label === undefined) return null;
  return { items: (part.configMaps ?? []).filter((map) => map.label === label).map(bodyOf) };
}
