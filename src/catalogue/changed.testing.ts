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

/** A request as the patterns of these helpers see it. */
const shown = ({ cluster, path }: EvidenceRequest): string => `${cluster} ${path}`;

/** Other lines in the logs whose cluster and path fit, ten seconds apart, the last of them at the given time. */
export function logUntil(path: RegExp, at: string, ...lines: readonly string[]): Change {
  return (request, body) => {
    if (!request.path.includes('/log?') || !path.test(shown(request)) || body === null) return body;
    const stamp = (index: number) =>
      new Date(Date.parse(at) - (lines.length - 1 - index) * 10_000).toISOString();
    return lines.map((line, index) => `${stamp(index)} ${line}\n`).join('');
  };
}

/** Another text wherever it stands in the answers whose cluster and path fit. */
export function replaced(path: RegExp, from: string, to: string): Change {
  return (request, body) => {
    if (!path.test(shown(request)) || body === null) return body;
    if (typeof body === 'string') return body.replaceAll(from, to);
    const [old, fresh] = [from, to].map((text) => JSON.stringify(text).slice(1, -1)) as [string, string];
    return JSON.parse(JSON.stringify(body).replaceAll(old, fresh)) as Json;
  };
}

/** Other values of metrics, by name, on the pages whose cluster and path fit; what is not there is added. */
export function metricsOf(path: RegExp, values: Readonly<Record<string, number>>): Change {
  return (request, body) => {
    if (!request.path.endsWith('/metrics') || !path.test(shown(request)) || typeof body !== 'string')
      return body;
    const seen = new Set<string>();
    const lines = body.split('\n').map((line) => {
      const name = line.split(/[{ ]/, 1)[0] ?? '';
      const value = values[name];
      if (value === undefined) return line;
      seen.add(name);
      return `${line.slice(0, line.lastIndexOf(' '))} ${value}`;
    });
    const added = Object.entries(values).filter(([name]) => !seen.has(name));
    return [...lines, ...added.map(([name, value]) => `${name} ${value}`), ''].join('\n');
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
