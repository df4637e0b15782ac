import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ModeId } from '../catalogue/ids.generated.ts';
import type { Cause, Verdict } from '../diagnose/diagnosis.ts';
import { openBundle } from '../evidence/bundle.ts';
import type { Answer, EvidenceRequest, Json, Transport } from '../evidence/transport.ts';
import type { Role } from '../fleet/roles.ts';
import type { Diagnosed } from '../report/diagnosed.ts';
import { diagnoseFleet } from '../usecases/diagnose.ts';
import { examplePath } from '../usecases/examples.ts';

/** The answer of a recording, written before any diagnosis of it. */
export interface ExpectedCause {
  mode: ModeId;
  cluster: string;
  role: Role;
  name?: string;
  variant?: string;
}

export interface Recording {
  name: string;
  bundle: string;
  causes: ExpectedCause[];
  /** Causes that are there and hidden by the others: they may be named, and need not be. */
  also: ExpectedCause[];
  /** Where there is no cause: the verdicts that are right. */
  verdicts: Verdict[];
  heldOut: boolean;
}

/** What `expected.json` of a recording says. */
export type ExpectedAnswer = Pick<Recording, 'causes' | 'heldOut'> &
  Partial<Pick<Recording, 'also' | 'verdicts'>>;

/** Folder of the recorded incidents. */
const INCIDENTS_DIR = examplePath('incidents');

export function recordings(): Recording[] {
  return readdirSync(INCIDENTS_DIR).sort().map(recording);
}

export function recording(name: string): Recording {
  const dir = join(INCIDENTS_DIR, name);
  const text = readFileSync(join(dir, 'expected.json'), 'utf8');
  const expected = JSON.parse(text) as ExpectedAnswer;
  const { causes, heldOut, also = [], verdicts = ['healthy'] } = expected;
  return { name, bundle: join(dir, 'bundle.gz'), causes, also, verdicts, heldOut };
}

/** Diagnoses a recording; `blind` says which requests are answered with "forbidden" instead. */
export async function replay(
  name: string,
  blind?: (request: EvidenceRequest) => boolean,
): Promise<Diagnosed> {
  const transport = await openBundle(recording(name).bundle);
  return diagnoseFleet(blind ? blinded(transport, blind) : transport, { engine: 'test' });
}

/**
 * Diagnoses a recording in which some answers say something else: real evidence, changed by hand where a fault would
 * change it. `change` gets each answer's body (`null` where there was no answer) and gives the body that takes its place,
 * or `null` to leave the answer as it is.
 */
export async function replayChanged(
  name: string,
  change: (request: EvidenceRequest, body: Json) => Json,
  blind: (request: EvidenceRequest) => boolean = () => false,
): Promise<Diagnosed> {
  const transport = await openBundle(recording(name).bundle);
  const send = async (request: EvidenceRequest): Promise<Answer> => {
    const answer = await transport.send(request);
    const body = change(request, answer.ok ? structuredClone(answer.body) : null);
    if (body === null) return answer;
    return { ok: true, body, truncated: false, at: answer.at, durationMs: answer.durationMs };
  };
  return diagnoseFleet(blinded({ ...transport, send }, blind), { engine: 'test' });
}

function blinded(transport: Transport, blind: (request: EvidenceRequest) => boolean): Transport {
  const forbidden = (): Answer => ({
    ok: false,
    reason: 'forbidden',
    detail: 'HTTP 403: forbidden for the test',
    at: transport.now().toISOString(),
    durationMs: 0,
  });
  return { ...transport, send: async (request) => (blind(request) ? forbidden() : transport.send(request)) };
}

/** Whether a cause is the expected one: mode and component, and whatever else was written down. */
export function matchesExpected(expected: ExpectedCause, { mode, variant, component }: Cause): boolean {
  return (
    mode === expected.mode &&
    component.cluster === expected.cluster &&
    component.role === expected.role &&
    (expected.name === undefined || component.name === expected.name) &&
    (expected.variant === undefined || variant === expected.variant)
  );
}
