import { collect } from '../collect/collect.ts';
import { recording, writeBundle } from '../evidence/bundle.ts';
import { blindSpots } from '../findings/blind-spots.ts';
import { openTransport, type Target } from './open.ts';
import { probeWays } from './probe.ts';

export interface Collected {
  file: string;
  bytes: number;
  answers: number;
  /** Answers that could not be had. */
  blind: number;
  /** Values that were redacted, by kind. */
  redacted: Record<string, number>;
}

/** Nobody waits at the screen for a bundle: rather late than with holes. */
const COLLECTION_DEADLINE_MS = 30_000;

/** Looks at the clusters and writes the evidence into a bundle. */
export async function collectBundle(target: Target, file: string, engine: string): Promise<Collected> {
  const { transport, redactor } = await openTransport(target);
  const recorder = recording(transport);
  try {
    const { evidence, fleet } = await collect(recorder, { deadlineMs: COLLECTION_DEADLINE_MS });
    if (target.probeImage !== undefined) await probeWays(recorder, evidence, fleet);
    const entries = recorder.recorded();
    const redacted = redactor?.report() ?? {};
    const bytes = await writeBundle(file, {
      recordedAt: evidence.at,
      madeBy: `medic ${engine}`,
      clusters: transport.clusters,
      redacted,
      entries,
    });
    return { file, bytes, answers: entries.length, blind: blindSpots(evidence, fleet).length, redacted };
  } finally {
    transport.close();
  }
}
