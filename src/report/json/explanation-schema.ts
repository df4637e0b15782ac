import { z } from 'zod';
import { causeSchema, findingSchema, nextSchema, textSchema, timeSchema } from './schema.ts';

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
    causeSchema.extend({ component: textSchema.describe('the first line that speaks for it') }),
  ),
  findings: z.array(findingSchema.extend({ lines: z.number().describe('how many lines say it') })),
  unexplained: z.array(z.string()),
  next: z.array(nextSchema),
});

export type ExplanationDocument = z.infer<typeof explanationSchema>;
