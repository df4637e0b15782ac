import type { Language } from '../../messages/messages.ts';
import type { StatusReport } from '../status/report.ts';
import type { StatusDocument } from './contracts.ts';

/** The answer of `medic status` to a program. */
export function statusDocument(
  { diagnosed, round, checklist, durationMs }: StatusReport,
  language: Language,
): StatusDocument {
  return {
    ...{ schema: 'fleetmedic/status/v1', at: diagnosed.at.toISOString(), lang: language },
    ...{ engine: diagnosed.engine, verdict: diagnosed.diagnosis.verdict, round, checklist },
    durationMs: Math.round(durationMs),
  };
}
