import type { Component } from '../../fleet/fleet.ts';
import { WRITERS } from '../../fleet/roles.ts';
import type { FindingContext, FindingRule } from '../context.ts';
import { type Finding, present, quote } from '../finding.ts';
import { tellingWords } from '../shared/log-texts.ts';
import { lastSaid } from '../shared/said.ts';

/** A WAL that was mended at the start is whole again; what was in it is gone, and whoever misses it asks by then. */
const TOLD_SECONDS = 900;

/** Whether a writer found its WAL damaged when it started: it says so once, mends it by leaving out, and goes on. */
export const damage: FindingRule = {
  name: 'agent/damage',
  look: (context) =>
    context.fleet.components
      .filter(({ role }) => WRITERS.includes(role))
      .flatMap((component) => look(context, component)),
};

function look(context: FindingContext, component: Component): Finding[] {
  const said = lastSaid(context, component, 'wal-damaged', TOLD_SECONDS);
  if (!said) return [];
  return [
    present('wal-damaged', component.ref, {
      evidence: [quote(said.source, said.line.raw)],
      facts: { words: tellingWords(said.line.message), pod: said.pod },
      since: said.line.at,
    }),
  ];
}
