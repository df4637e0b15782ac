import { describe, expect, it } from 'vitest';
import { replayChanged } from '../drill/recordings.ts';
import { isRecord, list } from '../evidence/json.ts';
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

/** Targets of one cluster's writers whose address has this part are down with this error. */
export function targetsFail(cluster: string, part: string, error: string): Change {
  return (request, body) => {
    if (request.cluster !== cluster || !request.path.includes('/api/v1/targets?') || !isRecord(body))
      return body;
    const targets = list(body, 'data', 'activeTargets') as Record<string, Json>[];
    for (const target of targets) {
      if (!String(target.scrapeUrl).includes(part)) continue;
      target.health = 'down';
      target.lastError = error;
    }
    return body;
  };
}

/** One more target in one cluster, of no discovery. */
export function targetAdded(cluster: string, url: string, error: string, job = 'static'): Change {
  return (request, body) => {
    if (request.cluster !== cluster || !request.path.includes('/api/v1/targets?') || !isRecord(body))
      return body;
    (list(body, 'data', 'activeTargets') as Json[]).push({
      ...{ labels: { job, instance: url }, scrapePool: job, scrapeUrl: url, health: 'down' },
      ...{ discoveredLabels: { job }, lastError: error, lastScrape: '2026-11-21T08:53:00Z' },
    });
    return body;
  };
}

/** Objects of one list of one cluster, each as `edit` leaves it. */
export function objectsAre(cluster: string, path: RegExp, edit: (object: Json) => Json): Change {
  return (request, body) =>
    request.cluster === cluster && path.test(request.path) && isRecord(body)
      ? { ...body, items: (list(body, 'items') as Json[]).map(edit) }
      : body;
}

/** Answers of one cluster whose path fits, with other words in the place of some. */
export function wordsAre(cluster: string, path: RegExp, from: string, to: string): Change {
  return (request, body) =>
    request.cluster === cluster && path.test(request.path)
      ? (JSON.parse(JSON.stringify(body).replaceAll(from, to)) as Json)
      : body;
}

/** More objects in one list of one cluster; a list that was not recorded has these alone. */
export function objectsAdded(cluster: string, path: RegExp, ...objects: readonly Json[]): Change {
  return (request, body) =>
    request.cluster === cluster && path.test(request.path)
      ? { ...(isRecord(body) ? body : {}), items: [...(list(body, 'items') as Json[]), ...objects] }
      : body;
}

/** An operator runs in a cluster of a recording, and made its writer of a custom resource with this selector. */
export const operatorRuns = (cluster: string, serviceMonitorSelector: Json): Change =>
  changes(
    objectsAre(cluster, /\/statefulsets\?/, (object) => {
      const workload = object as { metadata: Record<string, Json> };
      if (workload.metadata.name !== 'prometheus-agent') return object;
      const owner = { controller: true, kind: 'PrometheusAgent', name: 'prometheus-agent' };
      return { ...workload, metadata: { ...workload.metadata, ownerReferences: [owner] } } as Json;
    }),
    objectsAdded(cluster, /\/api\/v1\/pods\?/, {
      metadata: { name: 'operator', namespace: 'monitoring', uid: 'operator' },
      spec: { containers: [{ name: 'operator', image: 'prometheus-operator:v0.85.0' }] },
      status: {
        phase: 'Running',
        conditions: [{ type: 'Ready', status: 'True', lastTransitionTime: '2026-11-21T08:00:00Z' }],
      },
    }),
    objectsAdded(cluster, /\/prometheusagents\?/, {
      metadata: { name: 'prometheus-agent', namespace: 'monitoring' },
      spec: { serviceMonitorSelector },
    }),
    objectsAdded(cluster, /\/(prometheuses|podmonitors)\?/),
  );
