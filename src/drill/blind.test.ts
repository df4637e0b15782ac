import { describe, expect, it } from 'vitest';
import { findingId } from '../findings/finding.ts';
import { recordings, replay } from './recordings.ts';

/** What a viewer may be forbidden, or a bundle may lack: one kind of look in all clusters. */
const LOOKS: Readonly<Record<string, RegExp>> = {
  pods: /^\/api\/v1\/pods\?/,
  deployments: /\/deployments\?/,
  statefulSets: /\/statefulsets\?/,
  services: /\/services\?/,
  endpointSlices: /\/endpointslices\?/,
  events: /\/events\?/,
  configMaps: /\/configmaps\//,
  metrics: /\/proxy\/metrics/,
  runningConfigs: /\/status\/config/,
  queries: /\/proxy\/api\/v1\/query\?/,
  logs: /\/log\?/,
  everyProxy: /\/proxy\//,
};

const NAMES = recordings().flatMap(({ name, causes, heldOut }) =>
  causes.length > 0 && !heldOut ? [name] : [],
);

/** A container that was killed for memory was: who flooded it is told by pages that could not be seen. */
const IS_SEEN_ITSELF: Readonly<Record<string, string>> = { 'query-overloaded': 'workload/oom-killed' };

describe('what could not be looked at', () => {
  it.each(NAMES)('makes nothing absent, nothing else a cause, and no health: %s', async (name) => {
    const { diagnosis: full } = await replay(name);
    const present = new Set(full.findings.flatMap((one) => (one.state === 'present' ? findingId(one) : [])));
    const confirmed = new Set(full.causes.flatMap((cause) => (cause.confirmed ? cause.mode : [])));
    for (const [kind, path] of Object.entries(LOOKS)) {
      let denials = 0;
      const { diagnosis: blind } = await replay(name, (request) => {
        const isDenied = path.test(request.path);
        if (isDenied) denials += 1;
        return isDenied;
      });
      const denied = blind.findings.filter((one) => one.state === 'absent' && present.has(findingId(one)));
      expect(denied.map(findingId), `absent without ${kind}`).toEqual([]);
      const wrong = blind.causes.filter(
        ({ mode, confirmed: isSaid }) => isSaid && !confirmed.has(mode) && IS_SEEN_ITSELF[name] !== mode,
      );
      expect(
        wrong.map(({ mode }) => mode),
        `causes without ${kind}`,
      ).toEqual([]);
      expect(blind.verdict, `verdict without ${kind}`).not.toBe('healthy');
      if (denials > 0) expect(blind.blindSpots.length, `blind spots without ${kind}`).toBeGreaterThan(0);
    }
  });

  it.each(NAMES)('makes nothing else a cause where a cluster gives no answer: %s', async (name) => {
    const { diagnosis: full } = await replay(name);
    const confirmed = new Set(full.causes.flatMap((cause) => (cause.confirmed ? cause.mode : [])));
    for (const { cluster: hidden } of full.impact) {
      const { diagnosis: blind } = await replay(name, ({ cluster }) => cluster === hidden);
      const wrong = blind.causes.filter(({ mode, confirmed: isSaid }) => isSaid && !confirmed.has(mode));
      expect(
        wrong.map(({ mode }) => mode),
        `without ${hidden}`,
      ).toEqual([]);
      expect(blind.verdict).not.toBe('healthy');
      expect(blind.blindSpots.length).toBeGreaterThan(0);
    }
  });
});
