import { describe, expect, it } from 'vitest';
import { replayChanged } from '../drill/recordings.ts';
import { isRecord } from '../evidence/json.ts';
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

/** Other or further samples on the metrics pages whose path fits: `name{labels}` and its value. */
export function metricsOf(path: RegExp, samples: Readonly<Record<string, string>>): Change {
  return (request, body) => {
    if (!request.path.endsWith('/metrics') || !path.test(request.path) || typeof body !== 'string')
      return body;
    const lines = body
      .split('\n')
      .filter((line) => !Object.keys(samples).some((name) => line.startsWith(`${name} `)));
    return [...lines, ...Object.entries(samples).map(([name, value]) => `${name} ${value}`), ''].join('\n');
  };
}

/** Another file in the ConfigMaps whose path fits. */
export function fileOf(path: RegExp, key: string, content: string): Change {
  return (request, body) => {
    if (!request.path.includes('/configmaps/') || !path.test(request.path) || !isRecord(body)) return body;
    return { ...body, data: { ...(isRecord(body.data) ? body.data : {}), [key]: content } } as Json;
  };
}

/** Another text in the answers whose path fits, wherever it stands in them. */
export function wordsOf(path: RegExp, from: string | RegExp, to: string): Change {
  return (request, body) => {
    if (!path.test(request.path) || body === null) return body;
    return JSON.parse(JSON.stringify(body).replaceAll(from, to)) as Json;
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
