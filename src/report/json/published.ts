import { z } from 'zod';
import { diffSchema, labSchema, modeSchema, modesSchema, statusSchema } from './contracts.ts';
import { explanationSchema } from './explanation-schema.ts';
import { diagnosisSchema } from './schema.ts';

/** Every document of `--output json`; its contract is published as `docs/schemas/NAME.v1.schema.json`. */
const DOCUMENTS = {
  diagnosis: diagnosisSchema,
  diff: diffSchema,
  explanation: explanationSchema,
  lab: labSchema,
  mode: modeSchema,
  modes: modesSchema,
  status: statusSchema,
};

/** JSON Schemas by the names of their documents. */
export function publishedSchemas(): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(DOCUMENTS).map(([name, schema]) => [
      name,
      { title: schema.shape.schema.value, ...z.toJSONSchema(schema, { io: 'output' }) },
    ]),
  );
}
