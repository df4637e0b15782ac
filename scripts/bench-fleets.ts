/** The pure part of a diagnosis on large fleets: recorded answers of one edge cluster stand for many, in memory. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { collect } from '../src/collect/collect.ts';
import { seedPriors } from '../src/diagnose/priors.ts';
import { recording } from '../src/drill/recordings.ts';
import { openBundle } from '../src/evidence/bundle.ts';
import { isRecord } from '../src/evidence/json.ts';
import type { Json, Transport } from '../src/evidence/transport.ts';
import { judge } from '../src/usecases/diagnose.ts';

interface Edge {
  name: string;
  /** What its samples are told by. */
  identity: string;
}

/** Recordings with the place of the edge cluster that is multiplied. */
const FLEETS = [
  { what: 'nothing is wrong', name: 'healthy', edge: 1 },
  { what: 'one cause, felt everywhere', name: 'receive-selector-mismatch', edge: 2 },
  { what: 'a cause in each cluster', name: 'endpoint-refusing', edge: 2 },
];
const SIZES = [10, 100, 1000];

export interface Measured {
  what: string;
  clusters: number;
  causes: number;
  /** Milliseconds of each run. */
  wall: number[];
  cpu: number[];
  /** MiB of heap that evidence, fleet and diagnosis take up at the end of each run. */
  heap: number[];
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Each run reads its evidence anew: what is worked out once for it would be free in the second. */
export async function* measureFleets(runs: number): AsyncGenerator<Measured> {
  for (const { what, name, edge } of FLEETS) {
    await measure(name, edge, SIZES[0] ?? 1);
    for (const clusters of SIZES) {
      const measured: Measured = { what, clusters, causes: 0, wall: [], cpu: [], heap: [] };
      for (let run = 0; run < runs; run++) {
        const { wall, cpu, heap, ...sizes } = await measure(name, edge, clusters);
        Object.assign(measured, sizes);
        measured.wall.push(wall);
        measured.cpu.push(cpu);
        measured.heap.push(heap);
      }
      yield measured;
    }
  }
}

async function measure(name: string, place: number, clusters: number) {
  const recorded = await openBundle(recording(name).bundle);
  const { name: edge = '', identity } = (await collect(recorded)).fleet.clusters[place] ?? {};
  const transport = manyEdges(recorded, { name: edge, identity: identity ?? edge }, clusters);
  const { evidence, fleet } = await collect(transport, { deadlineMs: Number.POSITIVE_INFINITY });
  const [before, started] = [process.cpuUsage(), performance.now()];
  const diagnosis = judge(evidence, fleet, seedPriors);
  const wall = performance.now() - started;
  const { user, system } = process.cpuUsage(before);
  collectGarbage();
  const heap = process.memoryUsage().heapUsed / 2 ** 20;
  // What is asked of them after it holds them until then.
  const sizes = { clusters: evidence.clusters.size, causes: diagnosis.causes.length };
  return { ...sizes, wall, cpu: (user + system) / 1000, heap };
}

/** A fleet of so many clusters, in which one edge is there again and again, each time under a name of its own. */
function manyEdges(recorded: Transport, edge: Edge, count: number): Transport {
  const others = recorded.clusters.length - 1;
  const names = Array.from({ length: count - others }, (_, index) => `edge-${index}`);
  const copies = new Set(names);
  return {
    ...recorded,
    clusters: recorded.clusters.flatMap((name) => (name === edge.name ? names : [name])),
    send: async (request) => {
      const isCopy = copies.has(request.cluster);
      const answer = await recorded.send(isCopy ? { ...request, cluster: edge.name } : request);
      if (!answer.ok) return answer;
      const body = isCopy ? renamed(answer.body, edge, request.cluster) : withAll(answer.body, edge, names);
      return { ...answer, body };
    },
  };
}

/** An answer with another name in it, and no text that another cluster has as well: no two write the same line. */
function renamed(body: Json, edge: Edge, name: string): Json {
  if (typeof body === 'string') return body.replaceAll('\n', ` cluster=${name}\n`);
  const text = JSON.stringify(body).replaceAll(edge.name, name).replaceAll(edge.identity, name);
  return JSON.parse(text) as Json;
}

/** A Query's answer for one cluster, given for all. */
function withAll(body: Json, edge: Edge, names: readonly string[]): Json {
  const data = isRecord(body) ? body.data : undefined;
  if (!isRecord(data) || !Array.isArray(data.result)) return body;
  const quoted = JSON.stringify(edge.identity);
  const result = data.result.flatMap((sample) => {
    const text = JSON.stringify(sample);
    return text.includes(quoted)
      ? names.map((name) => JSON.parse(text.replaceAll(quoted, JSON.stringify(name))) as Json)
      : [sample];
  });
  return { ...(body as Record<string, Json>), data: { ...data, result } };
}
