import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Kubectl } from '../lab/kubectl.ts';
import type { KubernetesObject } from '../lab/pipeline/objects.ts';
import { run } from '../lab/shell.ts';

/** Which object, as kubectl is told: `kind` with its group where the name alone is not clear. */
export interface ObjectRef {
  kind: string;
  name: string;
  namespace?: string;
}

type Live = KubernetesObject & { status?: unknown; data?: Record<string, string> };

/** What was done, as it is written down before it is done. */
type Entry =
  | { did: 'object'; cluster: string; ref: ObjectRef; before: Live | null }
  | { did: 'restart'; cluster: string; namespace: string; workload: string }
  | { did: 'command'; undo: readonly string[] };

/**
 * The hands of a fault. Each deed is in the journal before it is done, so that it can be taken back by another process
 * after this one was killed at any moment. Taking back twice is the same as once.
 */
export interface Hands {
  /** Edits an object as a person with `kubectl edit` would. An edit that changes nothing is an error. */
  change<T = Live>(cluster: string, ref: ObjectRef, edit: (object: T) => void): Promise<void>;
  /** Edits one text of a ConfigMap, or of a Secret. */
  changeText(cluster: string, ref: ObjectRef, key: string, edit: (content: string) => string): Promise<void>;
  remove(cluster: string, ref: ObjectRef): Promise<void>;
  create(cluster: string, object: KubernetesObject): Promise<void>;
  /** Deletes the pods of a workload (`statefulset/x`), now and again when everything is taken back. */
  restart(cluster: string, namespace: string, workload: string): Promise<void>;
  /** Runs a program on the machine; `undo` takes it back and may run where there is nothing to take back. */
  command(argv: readonly string[], undo: readonly string[]): Promise<void>;
  /** Takes everything back, the last deed first. */
  revert(): Promise<void>;
}

/** Hands that write into this journal (JSON lines). */
export function handsOf(kubectl: Kubectl, journal: string): Hands {
  const write = (entry: Entry) => {
    mkdirSync(dirname(journal), { recursive: true, mode: 0o700 });
    // Secrets are among what is written down.
    appendFileSync(journal, `${JSON.stringify(entry)}\n`, { mode: 0o600 });
  };
  const read = async (cluster: string, ref: ObjectRef): Promise<Live | null> => {
    const text = await kubectl(cluster, ['get', ...words(ref), '--ignore-not-found', '-o', 'json']);
    return text.trim() === '' ? null : (JSON.parse(text) as Live);
  };
  const existing = async (cluster: string, ref: ObjectRef): Promise<Live> => {
    const object = await read(cluster, ref);
    if (!object) throw new Error(`there is no ${ref.kind} ${ref.name} in ${cluster}`);
    return object;
  };
  const send = (cluster: string, verb: 'replace' | 'create', object: object) =>
    kubectl(cluster, [verb, '-f', '-'], JSON.stringify(object));

  const hands: Hands = {
    async change(cluster, ref, edit) {
      const object = await existing(cluster, ref);
      const before = asWritten(object);
      const after = structuredClone(before);
      edit(after as never);
      if (JSON.stringify(after) === JSON.stringify(before))
        throw new Error(`the fault changed nothing in ${ref.kind} ${ref.name}`);
      write({ did: 'object', cluster, ref, before });
      await send(cluster, 'replace', after);
    },
    changeText(cluster, ref, key, edit) {
      return hands.change(cluster, ref, (object) => {
        const { kind, data = {} } = object;
        const old = data[key];
        if (old === undefined) throw new Error(`${ref.kind} ${ref.name} has no ${key}`);
        const isSecret = kind === 'Secret';
        const content = edit(isSecret ? Buffer.from(old, 'base64').toString('utf8') : old);
        object.data = { ...data, [key]: isSecret ? Buffer.from(content).toString('base64') : content };
      });
    },
    async remove(cluster, ref) {
      write({ did: 'object', cluster, ref, before: asWritten(await existing(cluster, ref)) });
      await kubectl(cluster, ['delete', ...words(ref), '--wait=false']);
    },
    async create(cluster, object) {
      const { name, namespace } = object.metadata;
      const ref = { kind: object.kind, name, ...(namespace !== undefined && { namespace }) };
      if (await read(cluster, ref)) throw new Error(`${ref.kind} ${name} is there already in ${cluster}`);
      write({ did: 'object', cluster, ref, before: null });
      await send(cluster, 'create', object);
    },
    async restart(cluster, namespace, workload) {
      write({ did: 'restart', cluster, namespace, workload });
      await deletePods(kubectl, cluster, namespace, workload, () => true);
    },
    async command(argv, undo) {
      write({ did: 'command', undo });
      const [program = '', ...args] = argv;
      await run(program, args);
    },
    async revert() {
      if (!existsSync(journal)) return;
      const done = readJournal(journal);
      for (const entry of done.toReversed()) {
        if (entry.did === 'command') {
          const [program = '', ...args] = entry.undo;
          await run(program, args);
        }
        if (entry.did === 'object') await putBack(entry);
      }
      for (const entry of done) {
        if (entry.did === 'restart')
          await deletePods(kubectl, entry.cluster, entry.namespace, entry.workload, () => true);
        // A pod of a StatefulSet that never became ready is not replaced by the controller.
        if (entry.did === 'object' && entry.before?.kind === 'StatefulSet')
          await deletePods(
            kubectl,
            entry.cluster,
            entry.ref.namespace ?? 'default',
            `statefulset/${entry.ref.name}`,
            (pod) =>
              !pod.status.conditions?.some(({ type, status }) => type === 'Ready' && status === 'True'),
          );
      }
      rmSync(journal);
    },
  };

  async function putBack({ cluster, ref, before }: Extract<Entry, { did: 'object' }>): Promise<void> {
    if (before === null) {
      await kubectl(cluster, ['delete', ...words(ref), '--ignore-not-found', '--wait=false']);
      return;
    }
    const there = await read(cluster, ref);
    const isGoing = there !== null && 'deletionTimestamp' in there.metadata;
    if (isGoing) await kubectl(cluster, ['wait', '--for=delete', ...words(ref), '--timeout=90s']);
    const isThere = there !== null && !isGoing;
    await send(cluster, isThere ? 'replace' : 'create', before);
  }

  return hands;
}

const words = ({ kind, name, namespace }: ObjectRef): string[] => [
  kind,
  name,
  ...(namespace === undefined ? [] : ['-n', namespace]),
];

/** An object without what the server writes: so it can be sent again, also after it was deleted. */
function asWritten(object: Live): Live {
  const { status: _, ...rest } = structuredClone(object);
  const metadata = rest.metadata as unknown as Record<string, unknown>;
  for (const field of ['resourceVersion', 'uid', 'creationTimestamp', 'generation', 'managedFields'])
    delete metadata[field];
  return rest;
}

/** The journal's entries; a last line that was cut by a kill was not done yet. */
function readJournal(journal: string): Entry[] {
  return readFileSync(journal, 'utf8')
    .split('\n')
    .flatMap((line) => {
      try {
        return line === '' ? [] : [JSON.parse(line) as Entry];
      } catch {
        return [];
      }
    });
}

interface Pod {
  metadata: { name: string };
  status: { conditions?: { type: string; status: string }[] };
}

async function deletePods(
  kubectl: Kubectl,
  cluster: string,
  namespace: string,
  workload: string,
  which: (pod: Pod) => boolean,
): Promise<void> {
  const found = await kubectl(cluster, [
    'get',
    workload,
    '-n',
    namespace,
    '--ignore-not-found',
    '-o',
    'json',
  ]);
  if (found.trim() === '') return;
  const { spec } = JSON.parse(found) as { spec: { selector: { matchLabels: Record<string, string> } } };
  const selector = Object.entries(spec.selector.matchLabels)
    .map(([key, value]) => `${key}=${value}`)
    .join(',');
  const list = await kubectl(cluster, ['get', 'pods', '-n', namespace, '-l', selector, '-o', 'json']);
  const names = (JSON.parse(list) as { items: Pod[] }).items
    .filter(which)
    .map(({ metadata }) => metadata.name);
  if (names.length > 0)
    await kubectl(cluster, [
      'delete',
      'pod',
      '-n',
      namespace,
      '--wait=false',
      '--ignore-not-found',
      ...names,
    ]);
}
