import type { Component } from '../../fleet/fleet.ts';
import type { FindingContext, FindingRule } from '../context.ts';
import { absent, type Finding, present, quote, unknown } from '../finding.ts';
import { tellingWords } from '../shared/log-texts.ts';

/** Whether a query frontend reaches its Query: it asks every ten seconds, and is ready only where it does. */
export const frontend: FindingRule = {
  name: 'query/frontend',
  look: (context) => context.index.byRole('query-frontend').map((component) => look(context, component)),
};

function look(context: FindingContext, component: Component): Finding {
  const type = 'frontend-downstream-failing';
  const waiting = context.pods(component).filter(({ ready, meta }) => !ready && !meta.deletingSince);
  if (waiting.length === 0) return absent(type, component.ref);
  const logs = context.logs(component, 'current').filter(({ pod }) => waiting.includes(pod));
  for (const { source, lines } of logs) {
    // It says so once, when it changes: the newest word holds.
    for (const line of lines.toReversed()) {
      const said = context.scan(line.raw).find((hit) => hit.type === type);
      if (said?.isOver) break;
      if (!said) continue;
      return present(type, component.ref, {
        evidence: [quote(source, line.message)],
        since: line.at,
        facts: { words: tellingWords(line.message) },
      });
    }
  }
  return logs.length === 0 ? unknown(type, component.ref, 'not-recorded') : absent(type, component.ref);
}
