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

/** Every third recording for each kind of look, so that all meet all kinds of faults and the test stays short. */
const CASES = Object.entries(LOOKS).flatMap(([kind, path], offset) =>
  NAMES.filter((_, index) => index % 3 === offset % 3).map((name) => ({ name, kind, path })),
);

/** A container that was killed for memory was: who flooded it is told by pages that could not be seen. */
const IS_SEEN_ITSELF: Readonly<Record<string, string>> = { 'query-overloaded': 'workload/oom-killed' };

describe('what could not be looked at', () => {
  it.each(CASES)(
    'makes nothing absent and nothing else a cause: $name without $kind',
    async ({ name, path }) => {
      const { diagnosis: full } = await replay(name);
      let denials = 0;
      const { diagnosis: blind } = await replay(name, (request) => {
        const isDenied = path.test(request.path);
        if (isDenied) denials += 1;
        return isDenied;
      });
      const present = new Set(
        full.findings.flatMap((one) => (one.state === 'present' ? findingId(one) : [])),
      );
      const denied = blind.findings.filter((one) => one.state === 'absent' && present.has(findingId(one)));
      expect(denied.map(findingId)).toEqual([]);
      const confirmed = new Set(full.causes.flatMap((cause) => (cause.confirmed ? cause.mode : [])));
      const wrong = blind.causes.filter(
        ({ mode, confirmed: isSaid }) => isSaid && !confirmed.has(mode) && IS_SEEN_ITSELF[name] !== mode,
      );
      expect(wrong.map(({ mode }) => mode)).toEqual([]);
      expect(blind.verdict).not.toBe('healthy');
      if (denials > 0) expect(blind.blindSpots.length).toBeGreaterThan(0);
    },
  );
});
