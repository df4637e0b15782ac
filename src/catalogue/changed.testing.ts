import { describe, expect, it } from 'vitest';
import { replayChanged } from '../drill/recordings.ts';
import type { EvidenceRequest, Json } from '../evidence/transport.ts';
import type { Role } from '../fleet/roles.ts';
import type { ModeId } from './ids.generated.ts';

export type Change = (request: EvidenceRequest, body: Json) => Json;

/** Other lines in the logs whose path fits, with the time of the last line that was recorded. */
export function logOf(path: RegExp, ...lines: readonly string[]): Change {
  return (request, body) => {
    if (!request.path.includes('/log?') || !path.test(request.path) || typeof body !== 'string') return body;
    const [stamp = ''] = body.trimEnd().split('\n').at(-1)?.split(' ', 1) ?? [];
    return lines.map((line) => `${stamp} ${line}\n`).join('');
  };
}

/** An object of the API, as far as a change by hand goes into it. */
type Item = { metadata: Record<string, Json>; spec: Record<string, Json>; status: Record<string, Json> };

/** Other objects in the lists whose path fits: each item may be edited, left out (`[]`), or get another beside it. */
export function itemsOf(path: RegExp, edit: (item: Item) => Item[]): Change {
  return (request, body) => {
    if (!path.test(request.path) || typeof body !== 'object' || body === null || !('items' in body))
      return body;
    return { ...body, items: (body.items as Item[]).flatMap(edit) };
  };
}

/** One more warning among the events of the cluster in which such an object is involved. */
export function eventOf(
  cluster: string,
  event: { reason: string; message: string; object: Json; at: string },
): Change {
  const { reason, message, object, at } = event;
  const item = {
    metadata: { name: 'made-by-hand', namespace: 'x', creationTimestamp: at },
    ...{ type: 'Warning', reason, message, involvedObject: object, lastTimestamp: at, count: 5 },
  };
  return (request, body) => {
    if (request.cluster !== cluster || !request.path.startsWith('/api/v1/events')) return body;
    if (typeof body !== 'object' || body === null || !('items' in body)) return body;
    return { ...body, items: [...(body.items as Json[]), item] };
  };
}

/** Several changes, one after the other. */
export const changes =
  (...all: readonly Change[]): Change =>
  (request, body) =>
    all.reduce((current, change) => change(request, current), body);

/**
 * What a mode must hold on a real recording that was changed by hand where its fault would change it: it is named
 * first and alone, at the right part; and where its sign is hidden it is not claimed. Nothing of the change ever ran.
 */
export function describeChanged(
  id: ModeId,
  given: {
    /** The recording. */
    from: string;
    change: Change;
    at: { role: Role; cluster?: string; name?: string; variant?: string };
    /** Paths that are not answered in the second run. */
    hidden: RegExp;
    /** What else is right to be named beside it: of the recording itself. */
    also?: readonly ModeId[];
  },
): void {
  describe(`${id} on a changed recording of ${given.from}`, () => {
    it('is named first, and nothing false beside it', async () => {
      const { diagnosis } = await replayChanged(given.from, given.change);
      const confirmed = diagnosis.causes.filter((cause) => cause.confirmed);
      const { role, ...more } = given.at;
      const expected = { mode: id, component: { role, ...pick(more) } };
      expect(confirmed[0]).toMatchObject(expected);
      if (more.variant !== undefined) expect(confirmed[0]?.variant).toBe(more.variant);
      const others = confirmed.map(({ mode }) => mode).filter((mode) => mode !== id);
      expect(others.filter((mode) => !given.also?.includes(mode))).toEqual([]);
    });

    it('is not claimed where its sign is hidden', async () => {
      const { diagnosis } = await replayChanged(given.from, given.change, ({ path }) =>
        given.hidden.test(path),
      );
      expect(diagnosis.causes.filter(({ mode, confirmed }) => confirmed && mode === id)).toEqual([]);
      expect(diagnosis.blindSpots.length).toBeGreaterThan(0);
      expect(diagnosis.verdict).not.toBe('healthy');
    });
  });
}

function pick({ cluster, name }: { cluster?: string; name?: string; variant?: string }) {
  return { ...(cluster !== undefined && { cluster }), ...(name !== undefined && { name }) };
}
