import { z } from 'zod';
import { MODE_IDS } from '../../catalogue/ids.generated.ts';
import { BLIND_REASONS } from '../../evidence/transport.ts';
import { ROLES } from '../../fleet/roles.ts';

/**
 * The JSON contract `fleetmedic/diagnosis/v1`. Readers ignore fields and values that they do not know, so
 * that fields, modes, roles and reasons can be added.
 */
export const known = <T extends string>(values: readonly T[], what: string) =>
  z.string().describe(`${what}; today one of: ${values.join(', ')}`);

const component = z
  .object({
    type: z.literal('component'),
    cluster: z.string(),
    namespace: z.string().nullable(),
    kind: z.string().describe('Kubernetes kind, or Cluster'),
    name: z.string(),
    role: known(ROLES, 'what it is to the pipeline'),
    pod: z.string().nullable(),
    container: z.string().nullable(),
  })
  .meta({ id: 'component' });

const external = z.object({ type: z.literal('external'), host: z.string() }).meta({ id: 'external' });

const link = z
  .object({
    type: z.literal('link'),
    kind: z.string().describe('scrape, remote-write, forward, upload, fetch, query, notify, ship-logs'),
    from: component,
    to: z.union([component, external]),
  })
  .meta({ id: 'link' });

export const textSchema = z
  .object({ type: z.literal('text'), line: z.number(), column: z.number() })
  .meta({ id: 'text' });
const subject = z.union([component, link, external, textSchema]);
export const timeSchema = z.string().describe('RFC 3339, UTC');

export const stepSchema = z.object({
  remedy: z.string(),
  title: z.string(),
  commands: z.array(z.string()).describe('ready to paste into a POSIX shell'),
});

export const causeSchema = z.object({
  mode: known(MODE_IDS, 'id of the failure mode'),
  variant: z.string().nullable(),
  rank: z.number().int(),
  probability: z.number(),
  confirmed: z.boolean(),
  component,
  severity: z.string().describe('critical or warning'),
  since: timeSchema.nullable(),
  over: timeSchema.nullable().describe('for what is past and only its damage is left: since when it is over'),
  title: z.string(),
  summary: z.string(),
  findings: z.array(z.string()),
  explains: z.array(z.string()),
  change: z.object({ what: z.string(), at: timeSchema, by: z.string().nullable() }).nullable(),
  immediate: z.array(stepSchema),
  permanent: z.array(stepSchema),
  verify: z.array(stepSchema),
});

export const findingSchema = z.object({
  id: z.string(),
  state: z.string().describe('present, absent or unknown'),
  why: known(BLIND_REASONS, 'for unknown: why').nullable(),
  subject,
  title: z.string(),
  since: timeSchema.nullable(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  evidence: z.array(z.object({ source: z.string(), at: timeSchema, quote: z.string() })),
});

export const nextSchema = z.object({ look: z.string(), gain: z.number().nullable() });

export const diagnosisSchema = z.object({
  schema: z.literal('fleetmedic/diagnosis/v1'),
  at: timeSchema,
  lang: z.string().describe('ko or en'),
  fleet: z.string().nullable(),
  engine: z.string().describe('version of medic'),
  catalogue: z.string().describe('digest of the failure modes'),
  priors: z.string().describe('digest of the priors'),
  verdict: z.string().describe('healthy, degraded, down or unknown'),
  impact: z.array(
    z.object({
      cluster: z.string(),
      status: z.string().describe('fresh, silent or unknown'),
      lastSampleAgeSeconds: z.number().nullable(),
    }),
  ),
  causes: z.array(causeSchema),
  findings: z.array(findingSchema),
  unexplained: z.array(z.string()),
  ruledOut: z.array(z.object({ mode: z.string(), component, because: z.string() })),
  blindSpots: z.array(
    z.object({
      what: z.string(),
      cluster: z.string(),
      required: z.boolean(),
      why: z.string(),
      detail: z.string(),
      lift: z.string(),
    }),
  ),
  forecasts: z.array(
    z.object({
      kind: z.string().describe('disk-full, wal-disk-full, queue-full or samples-lost'),
      component,
      what: z.string().describe('the claim of the volume, or the URL of the queue'),
      state: z.string().describe('grows, steady or unknown'),
      at: timeSchema.nullable().describe('for what grows: the earliest time, if it goes on like this'),
    }),
  ),
  next: z.array(nextSchema),
  durationMs: z.number(),
});

export type DiagnosisDocument = z.infer<typeof diagnosisSchema>;
