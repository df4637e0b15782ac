import { flagValue } from '../../fleet/flags.ts';
import type { Component } from '../../fleet/fleet.ts';
import type { FindingContext, FindingRule } from '../context.ts';
import { absent, type Finding, present, quote } from '../finding.ts';
import { templateChange } from '../shared/changes.ts';

const DAY = 24 * 3600;

/** Whether raw data goes although nothing coarser is made of it. */
export const retention: FindingRule = {
  name: 'compact/retention',
  look: (context) => context.index.byRole('compactor').flatMap((compactor) => look(context, compactor)),
};

/**
 * With downsampling a retention that is too short is refused at the start (thanos cmd/thanos/compact.go). Without it
 * nothing is: raw data goes, and what the longer retentions promise was never made. Where none is longer, a short
 * history is what is wanted.
 */
function look(context: FindingContext, compactor: Component): Finding[] {
  const { args, ref } = compactor;
  if (args.length === 0) return [];
  const [raw, fiveMinutes, hour] = ['raw', '5m', '1h'].map((resolution) =>
    secondsOf(flagValue(args, `--retention.resolution-${resolution}`)),
  );
  const isOff = args.some(
    (word) => word === '--downsampling.disable' || word === '--downsampling.disable=true',
  );
  const promised = [fiveMinutes, hour].filter((seconds) => seconds !== null && seconds !== undefined);
  const isLost = isOff && !!raw && promised.some((seconds) => seconds > raw);
  if (!isLost) return [absent('retention-contradicts', ref)];
  const change = templateChange(context, compactor);
  const source = context.workload(compactor)?.source ?? context.clusterOf(compactor).pods.source;
  const flags = args.filter((word) => word.startsWith('--retention.') || word.startsWith('--downsampling.'));
  return [
    present('retention-contradicts', ref, {
      evidence: [quote(source, flags.join(' '))],
      facts: { raw: `${Math.round(raw / DAY)}d` },
      since: change?.at ?? null,
      change,
    }),
  ];
}

const UNITS: Readonly<Record<string, number>> = {
  ...{ ms: 0.001, s: 1, m: 60, h: 3600, d: DAY, w: 7 * DAY, y: 365 * DAY },
};

/** Seconds of a Prometheus duration (`1y2w3d`, `720h`); `null` where it is none. 0 keeps for ever. */
export function secondsOf(duration: string | null): number | null {
  if (duration === null || !/^(?:\d{1,9}(?:ms|[smhdwy])){1,7}$/.test(duration)) return null;
  return [...duration.matchAll(/(\d{1,9})(ms|[smhdwy])/g)].reduce(
    (sum, [, count, unit]) => sum + Number(count) * (UNITS[unit ?? ''] ?? 0),
    0,
  );
}
