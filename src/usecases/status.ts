import { collectTargetCounts } from '../collect/counts.ts';
import type { Transport } from '../evidence/transport.ts';
import type { Language } from '../messages/messages.ts';
import { checklistOf } from '../report/status/checklist.ts';
import type { StatusReport } from '../report/status/report.ts';
import { roundOf } from '../report/status/round.ts';
import type { World } from '../report/status/row.ts';
import { reportTexts } from '../report/texts.ts';
import { type DiagnoseOptions, diagnoseWithEvidence } from './diagnose.ts';

const COUNT_DEADLINE_MS = 5000;

/** The round and the checklist over all clusters at once. */
export async function fleetStatus(
  transport: Transport,
  options: DiagnoseOptions & { language: Language },
): Promise<StatusReport> {
  const started = performance.now();
  const { diagnosed, evidence } = await diagnoseWithEvidence(transport, options);
  const { fleet, diagnosis } = diagnosed;
  const asker = { transport, clock: Date.now, deadline: Date.now() + COUNT_DEADLINE_MS };
  const targets = await collectTargetCounts(asker, evidence.clusters, fleet.components, fleet.identityLabel);
  const { language } = options;
  const text = reportTexts(language);
  const world: World = { evidence, fleet, findings: diagnosis.findings, language, text, targets };
  return {
    ...{ diagnosed, round: roundOf(world), checklist: checklistOf(world) },
    durationMs: performance.now() - started,
  };
}
