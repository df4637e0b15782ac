import { z } from 'zod';
import { causeSchema, findingSchema, nextSchema, textSchema, timeSchema } from './schema.ts';

const named = z.string().nullable();

const objectSchema = z
  .object({
    context: named.describe('cluster or context'),
    ...{ namespace: named, kind: named.describe('of the workload'), name: named },
    ...{ pod: named, container: named, claim: named, node: named },
    mayBeStart: z.boolean().describe('all that speaks for it is said at every start as well'),
    inDocument: z.boolean().describe('all that speaks for it stands in a document'),
  })
  .meta({ id: 'object' });

/** The JSON contract `fleetmedic/explanation/v1`: the same causes and next looks as a diagnosis, about a text. */
export const explanationSchema = z.object({
  schema: z.literal('fleetmedic/explanation/v1'),
  at: timeSchema,
  lang: z.string().describe('ko or en'),
  engine: z.string().describe('version of medic'),
  catalogue: z.string().describe('digest of the failure modes'),
  priors: z.string().describe('digest of the priors'),
  input: z.object({ name: z.string(), bytes: z.number(), lines: z.number() }),
  causes: z.array(
    causeSchema.extend({
      component: textSchema.describe('the first line that speaks for it'),
      object: objectSchema.describe('what the text says it is about'),
    }),
  ),
  findings: z.array(findingSchema.extend({ lines: z.number().describe('how many lines say it') })),
  unexplained: z.array(z.string()),
  next: z.array(nextSchema),
});

export type ExplanationDocument = z.infer<typeof explanationSchema>;
