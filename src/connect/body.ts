import type http from 'node:http';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** What an answer may take beside others; beyond it the answers of one API server are taken in one at a time. */
const SMALL_BYTES = 4 * 1024 * 1024;

/** The turn of those who want the same: each gets it when the one before has given it back. */
export interface Turns {
  take(): Promise<() => void>;
}

export function turns(): Turns {
  let last = Promise.resolve();
  return {
    take: async () => {
      const before = last;
      const { promise, resolve } = Promise.withResolvers<void>();
      last = promise;
      await before;
      return resolve;
    },
  };
}

export interface Body {
  text: string;
  /** There is more than `maxBytes`, or it broke off. Without `keep` the text is then empty. */
  cut: boolean;
}

/**
 * The body of an answer, unpacked, up to `maxBytes`. Whatever an API server sends to however many requests, no more
 * than one such answer is held, and the small beginnings of others. `keep`: what came of a body that is cut is used.
 */
export async function readBody(
  response: http.IncomingMessage,
  { maxBytes, keep, large }: { maxBytes: number; keep: boolean; large: Turns },
): Promise<Body> {
  const zipped = response.headers['content-encoding'] === 'gzip';
  if (!zipped && !keep && Number(response.headers['content-length']) > maxBytes) {
    response.destroy();
    return { text: '', cut: true };
  }
  const stream: Readable = zipped ? response.pipe(createGunzip()) : response;
  if (zipped) response.on('error', (error) => stream.destroy(error));
  const chunks: Buffer[] = [];
  let size = 0;
  let cut = false;
  let giveBack: (() => void) | undefined;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length;
      chunks.push(chunk);
      cut = size > maxBytes;
      if (cut) break;
      // While it waits, nothing more is read from the connection.
      if (size > SMALL_BYTES) giveBack ??= await large.take();
    }
    const whole = cut && !keep ? [] : chunks;
    return { text: Buffer.concat(whole).subarray(0, maxBytes).toString('utf8'), cut };
  } catch (error) {
    if (!keep || size === 0) throw error;
    return { text: Buffer.concat(chunks).toString('utf8'), cut: true };
  } finally {
    giveBack?.();
  }
}
