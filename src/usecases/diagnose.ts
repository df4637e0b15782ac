import { CATALOGUE } from '../catalogue/registry.generated.ts';
import { collect } from '../collect/collect.ts';
import { diagnose } from '../diagnose/diagnose.ts';
import type { Diagnosis } from '../diagnose/diagnosis.ts';
import { type Priors, seedPriors } from '../diagnose/priors.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { Transport } from '../evidence/transport.ts';
import { blindSpots } from '../findings/blind-spots.ts';
import { findingContext } from '../findings/context.ts';
import { forecastsOf } from '../findings/forecasts.ts';
import { findingsOf } from '../findings/look.ts';
import type { Fleet } from '../fleet/fleet.ts';
import type { Diagnosed } from '../report/diagnosed.ts';
import { probeWays } from './probe.ts';

export interface DiagnoseOptions {
  engine: string;
  priors?: Priors;
  deadlineMs?: number;
  /** Whether pods of our own try the ways that are broken. The transport must know how. */
  probe?: boolean;
}

/** Looks through a transport, live or from a bundle, and names the causes. */
export async function diagnoseFleet(transport: Transport, options: DiagnoseOptions): Promise<Diagnosed> {
  return (await diagnoseWithEvidence(transport, options)).diagnosed;
}

/** The same, with what was looked at. */
export async function diagnoseWithEvidence(
  transport: Transport,
  options: DiagnoseOptions,
): Promise<{ diagnosed: Diagnosed; evidence: Evidence }> {
  const started = performance.now();
  const priors = options.priors ?? seedPriors;
  const { evidence, fleet } = await collect(transport, {
    ...(options.deadlineMs !== undefined && { deadlineMs: options.deadlineMs }),
  });
  if (options.probe) await probeWays(transport, evidence, fleet);
  const diagnosis = judge(evidence, fleet, priors);
  const durationMs = performance.now() - started;
  const diagnosed = { diagnosis, fleet, at: evidence.at, priors, engine: options.engine, durationMs };
  return { diagnosed, evidence };
}

/** The pure part: what the evidence says, without a request. */
export function judge(evidence: Evidence, fleet: Fleet, priors: Priors): Diagnosis {
  const context = findingContext(evidence, fleet);
  const observed = {
    findings: findingsOf(context),
    blindSpots: blindSpots(evidence, fleet),
    forecasts: forecastsOf(context),
  };
  return diagnose(observed, fleet, CATALOGUE, priors);
}
