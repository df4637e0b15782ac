import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip, gzipSync } from 'node:zlib';
import { MedicError } from '../errors.ts';
import { isContextName, isRecord, isTooManyValues, number, text, texts } from './json.ts';
import {
  type Answer,
  BLIND_REASONS,
  type BlindReason,
  type EvidenceRequest,
  type Json,
  requestKey,
  type Transport,
} from './transport.ts';

/**
 * A bundle is one gzip file of JSON lines: a manifest, the answers as they came, and an end line with their
 * number, so that a cut file shows. See `docs/bundle.md`.
 */
export const BUNDLE_FORMAT = 'fleetmedic/bundle/v1';

/** A bundle is unpacked line by line: more than this, or than these in one line and in number, is refused. */
const MAX_BUNDLE_BYTES = 256 * 1024 * 1024;
const MAX_LINE_BYTES = 48 * 1024 * 1024;
const MAX_ENTRIES = 50_000;
/** What is read and unpacked at once: by Node's 16 KiB, it takes twice as long. */
const PIECE_BYTES = 1024 * 1024;

export interface Manifest {
  format: typeof BUNDLE_FORMAT;
  /** The time to reason with, RFC 3339 in UTC. */
  recordedAt: string;
  madeBy: string;
  clusters: string[];
}

export interface Recorded {
  request: { cluster: string; path: string };
  answer: Answer;
}

/** A transport that keeps every answer, in order. */
export interface RecordingTransport extends Transport {
  recorded(): Recorded[];
}

export function recording(transport: Transport): RecordingTransport {
  const entries: Recorded[] = [];
  return {
    clusters: transport.clusters,
    now: () => transport.now(),
    close: () => transport.close(),
    recorded: () => [...entries].sort((a, b) => (requestKey(a.request) < requestKey(b.request) ? -1 : 1)),
    send: async (request) => {
      const answer = await transport.send(request);
      entries.push({ request: { cluster: request.cluster, path: request.path }, answer });
      return answer;
    },
  };
}

export async function writeBundle(
  path: string,
  bundle: {
    recordedAt: Date;
    madeBy: string;
    clusters: readonly string[];
    redacted: Record<string, number>;
    entries: readonly Recorded[];
  },
): Promise<number> {
  const manifest: Manifest = {
    format: BUNDLE_FORMAT,
    recordedAt: bundle.recordedAt.toISOString(),
    madeBy: bundle.madeBy,
    clusters: [...bundle.clusters],
  };
  const lines = [
    manifest,
    ...bundle.entries,
    { end: { entries: bundle.entries.length, redacted: bundle.redacted } },
  ];
  const content = gzipSync(`${lines.map((line) => JSON.stringify(line)).join('\n')}\n`, { level: 9 });
  try {
    await writeFile(path, content, { mode: 0o600 });
  } catch (error) {
    throw new MedicError(
      'output/unwritable',
      { path, detail: (error as NodeJS.ErrnoException).code ?? '' },
      { cause: error },
    );
  }
  return content.length;
}

/** A transport that answers from a bundle; what was not asked when it was made is blind as `not-recorded`. */
export async function openBundle(path: string): Promise<Transport & { manifest: Manifest }> {
  const answers = new Map<string, Answer>();
  let manifest: Manifest | undefined;
  let whole = false;
  let count = 0;
  await eachLine(path, (line) => {
    if (!manifest) {
      manifest = readManifest(path, line);
      return;
    }
    if (line === '') return;
    if (whole) throw new MedicError('bundle/trailing', { path });
    const entry = parseLine(path, line);
    const end = isRecord(entry) ? entry.end : undefined;
    if (end !== undefined) {
      whole = number(end, 'entries') === count;
      if (!whole) throw new MedicError('bundle/truncated', { path });
      return;
    }
    const recorded = readEntry(entry);
    if (!recorded) throw new MedicError('bundle/truncated', { path });
    count += 1;
    if (count > MAX_ENTRIES)
      throw new MedicError('bundle/too-large', { path, limit: `${MAX_ENTRIES} entries` });
    answers.set(requestKey(recorded.request), recorded.answer);
  });
  if (!manifest || !whole) throw new MedicError('bundle/truncated', { path });
  const { clusters, recordedAt } = manifest;
  const now = new Date(recordedAt);
  return {
    manifest,
    clusters,
    now: () => now,
    close: () => {},
    send: async (request: EvidenceRequest) =>
      answers.get(requestKey(request)) ?? {
        ok: false,
        reason: 'not-recorded',
        detail: 'not in the bundle',
        at: recordedAt,
        durationMs: 0,
      },
  };
}

/** Unpacks a bundle and gives its lines one by one, each whole. */
async function eachLine(path: string, take: (line: string) => void): Promise<void> {
  let size = 0;
  let pieces: Buffer[] = [];
  let pending = 0;
  const finish = (last: Buffer) => {
    const line = Buffer.concat([...pieces, last]).toString('utf8');
    pieces = [];
    pending = 0;
    take(line);
  };
  const read = (chunk: Buffer) => {
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      finish(chunk.subarray(from, at));
      from = at + 1;
    }
    pieces.push(chunk.subarray(from));
    pending += chunk.length - from;
    if (pending > MAX_LINE_BYTES) throw new MedicError('bundle/line-too-large', { path, limit: '48 MiB' });
  };
  const source = createReadStream(path, { highWaterMark: PIECE_BYTES });
  try {
    await pipeline(source, createGunzip({ chunkSize: PIECE_BYTES }), async (unpacked) => {
      for await (const chunk of unpacked as AsyncIterable<Buffer>) {
        size += chunk.length;
        if (size > MAX_BUNDLE_BYTES) throw new MedicError('bundle/too-large', { path, limit: '256 MiB' });
        read(chunk);
      }
    });
  } catch (error) {
    if (error instanceof MedicError) throw error;
    throw unpackError(path, error as NodeJS.ErrnoException);
  }
  if (pending > 0) finish(Buffer.alloc(0));
}

function unpackError(path: string, error: NodeJS.ErrnoException): MedicError {
  if (error.code === 'ENOENT') return new MedicError('bundle/missing', { path });
  if (error.code === 'Z_BUF_ERROR') return new MedicError('bundle/truncated', { path }, { cause: error });
  return new MedicError('bundle/foreign', { path, detail: error.code ?? error.message }, { cause: error });
}

function parseLine(path: string, line: string): unknown {
  if (isTooManyValues(line)) throw new MedicError('bundle/line-too-large', { path, limit: '48 MiB' });
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new MedicError('bundle/truncated', { path }, { cause: error });
  }
}

function readManifest(path: string, line: string): Manifest {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw new MedicError('bundle/foreign', { path, detail: 'not JSON lines' }, { cause: error });
  }
  const format = text(value, 'format');
  if (!format?.startsWith('fleetmedic/bundle/'))
    throw new MedicError('bundle/foreign', { path, detail: 'no manifest' });
  if (format !== BUNDLE_FORMAT)
    throw new MedicError('bundle/version', { path, found: format, known: BUNDLE_FORMAT });
  const clusters = [...new Set(texts(value, 'clusters'))].filter(isContextName);
  if (clusters.length === 0) throw new MedicError('bundle/foreign', { path, detail: 'clusters' });
  const recordedAt = text(value, 'recordedAt') ?? '';
  if (Number.isNaN(Date.parse(recordedAt)))
    throw new MedicError('bundle/foreign', { path, detail: 'recordedAt' });
  return { format, recordedAt, madeBy: text(value, 'madeBy') ?? '', clusters };
}

function readEntry(value: unknown): Recorded | null {
  const request = isRecord(value) ? value.request : undefined;
  const answer = isRecord(value) ? value.answer : undefined;
  const cluster = text(request, 'cluster');
  const path = text(request, 'path');
  const at = text(answer, 'at');
  if (cluster === undefined || path === undefined || at === undefined || !isRecord(answer)) return null;
  const durationMs = number(answer, 'durationMs') ?? 0;
  if (answer.ok === true) {
    const body = (answer.body ?? null) as Json;
    return {
      request: { cluster, path },
      answer: { ok: true, body, truncated: answer.truncated === true, at, durationMs },
    };
  }
  const reason = text(answer, 'reason') as BlindReason;
  if (!BLIND_REASONS.includes(reason)) return null;
  return {
    request: { cluster, path },
    answer: { ok: false, reason, detail: text(answer, 'detail') ?? '', at, durationMs },
  };
}
