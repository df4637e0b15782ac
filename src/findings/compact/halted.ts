import type { LogLine } from '../../evidence/logs.ts';
import type { Source } from '../../evidence/look.ts';
import type { Component } from '../../fleet/fleet.ts';
import type { FindingContext, FindingRule } from '../context.ts';
import { absent, type Finding, present, quote, unknown } from '../finding.ts';
import { note } from '../notes.ts';
import { tellingWords } from '../shared/log-texts.ts';
import { hasLogs } from '../shared/said.ts';
import type { FindingType } from '../types.generated.ts';

const REASONS = [
  'blocks-overlap',
  'blocks-out-of-order',
  'block-broken',
] as const satisfies readonly FindingType[];

/** Blocks whose metadata is damaged: thanos pkg/block/fetcher.go. One without metadata may just be uploaded. */
const CORRUPTED = { state: 'corrupted-meta-json' };

/** Whether a Compactor stopped for good, and what in the bucket stopped it. */
export const halted: FindingRule = {
  name: 'compact/halted',
  look: (context) => context.index.byRole('compactor').flatMap((compactor) => look(context, compactor)),
};

function look(context: FindingContext, compactor: Component): Finding[] {
  const { pods } = context.clusterOf(compactor);
  if (!pods.seen)
    return (['compact-halted', ...REASONS] as const).map((type) => unknown(type, compactor.ref, pods.reason));
  const looks = context.metrics(compactor);
  const stopped = looks.find(({ look }) => look.seen && (look.value.sum('thanos_compact_halted') ?? 0) > 0);
  const blind = looks.map(({ look }) => look).find((one) => !one.seen);
  const said = reasonOf(context, compactor);
  const broken = looks.find(
    ({ look }) => look.seen && (look.value.sum('thanos_blocks_meta_synced', CORRUPTED) ?? 0) > 0,
  );
  const isEnded = context
    .pods(compactor)
    .some(({ containers }) => containers.some(({ name, ready }) => name === compactor.container && !ready));
  // What is in an old log of a Compactor that goes on is over.
  const reason = stopped || isEnded ? said : null;
  return [
    stopped
      ? present('compact-halted', compactor.ref, {
          evidence: [quote(stopped.look.source, 'thanos_compact_halted 1')],
          since: said?.line.at ?? null,
        })
      : blind && !blind.seen
        ? unknown('compact-halted', compactor.ref, blind.reason)
        : absent('compact-halted', compactor.ref),
    ...REASONS.map((type) => {
      if (reason?.type === type) {
        return present(type, compactor.ref, {
          evidence: [quote(reason.source, reason.line.message)],
          since: reason.line.at,
          facts: { words: tellingWords(reason.line.message) },
        });
      }
      if (type === 'block-broken' && broken) {
        const words = note('metric-above-zero', {
          metric: 'thanos_blocks_meta_synced{state="corrupted-meta-json"}',
        });
        return present(type, compactor.ref, { evidence: [quote(broken.look.source, words)] });
      }
      // The line that says why may be out of the log that is kept: the process runs on for weeks.
      const isMute = isEnded && !hasLogs(context, compactor);
      return (stopped && !reason) || isMute || (blind && !blind.seen)
        ? unknown(type, compactor.ref, blind && !blind.seen ? blind.reason : 'not-recorded')
        : absent(type, compactor.ref);
    }),
  ];
}

interface Reason {
  type: (typeof REASONS)[number];
  line: LogLine;
  source: Source;
}

/** The newest line that names something in the bucket that cannot be compacted. */
function reasonOf(context: FindingContext, compactor: Component): Reason | null {
  for (const run of ['current', 'previous'] as const) {
    for (const { source, lines } of context.logs(compactor, run)) {
      for (const line of lines.toReversed()) {
        const said = new Set(context.scan(line.raw).map(({ type }) => type));
        const type = REASONS.find((candidate) => said.has(candidate));
        if (type) return { type, line, source };
      }
    }
  }
  return null;
}
