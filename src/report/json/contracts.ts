import { z } from 'zod';
import { UNTOLD_REASONS } from '../../fleet/file/observed.ts';
import { MARKS } from '../status/row.ts';
import { known, stepSchema, timeSchema } from './schema.ts';

/** The smaller JSON contracts; the rules for readers are those of `schema.ts`. */

const lang = z.string().describe('ko or en');

/** The JSON contract `fleetmedic/diff/v1`: what runs against what a `fleet.yaml` says. */
export const diffSchema = z.object({
  schema: z.literal('fleetmedic/diff/v1'),
  fleet: z.string().describe('name of the fleet, from its file'),
  clusters: z.array(
    z.object({
      name: z.string(),
      context: z.string(),
      blind: z.boolean().describe('something that every cluster tells could not be seen'),
    }),
  ),
  compared: z.number().int().describe('how many settings were compared'),
  differences: z.array(
    z.object({
      path: z.string().describe('where the file says it, or would, such as receive.replicas'),
      declared: z.unknown().describe('in the form of fleet.yaml; null for none'),
      running: z.unknown().describe('in the form of fleet.yaml; null for none'),
      sources: z.array(
        z.object({
          cluster: z.string(),
          object: z.string().describe('what says so: a component, or the path of an API'),
          field: z.string().describe('flag, field or metric'),
          isDefault: z.boolean().describe("nobody set it: the software's own default"),
        }),
      ),
    }),
  ),
  notCompared: z.array(
    z.object({
      path: z.string(),
      why: known(UNTOLD_REASONS, 'or the reason of a blind look'),
      detail: z.string().nullable(),
      cluster: z.string(),
    }),
  ),
});

const row = {
  id: z.string().describe('id of the failure mode'),
  level: z.string().describe('root or surface'),
  basis: z.string().describe('what its recognition rests on: lab, lab-due, contract or text'),
  title: z.string(),
  meaning: z.string(),
};

/** The JSON contract `fleetmedic/modes/v1`: the catalogue, one row a mode. */
export const modesSchema = z.object({
  schema: z.literal('fleetmedic/modes/v1'),
  lang,
  modes: z.array(z.object(row)),
});

/** The JSON contract `fleetmedic/mode/v1`: all of one mode. */
export const modeSchema = z.object({
  schema: z.literal('fleetmedic/mode/v1'),
  lang,
  ...row,
  beneath: z
    .array(z.string())
    .describe('of a surface mode: the roots that look like it, the likeliest first'),
  summary: z.string(),
  impact: z.string(),
  prevention: z.string(),
  immediate: z.array(stepSchema),
  permanent: z.array(stepSchema),
  verify: z.array(stepSchema),
  detection: z.array(z.string()).describe('what medic sees of it'),
  texts: z.array(
    z.object({
      has: z.array(z.string()).describe('a line that has all of these'),
      lacks: z.array(z.string()).describe('and none of these'),
      source: z.string().describe('the file upstream'),
    }),
  ),
});

const section = z
  .object({
    id: z.string(),
    title: z.string(),
    rows: z.array(
      z.object({
        mark: known(MARKS, 'what the look gave'),
        cluster: z.string(),
        what: z.string().describe('what it is about, such as the name of a workload'),
        words: z.string(),
      }),
    ),
  })
  .meta({ id: 'section' });

/** The JSON contract `fleetmedic/status/v1`: the round and the checklist over all clusters. */
export const statusSchema = z.object({
  schema: z.literal('fleetmedic/status/v1'),
  at: timeSchema,
  lang,
  engine: z.string().describe('version of medic'),
  verdict: z.string().describe('healthy, degraded, down or unknown'),
  round: z.array(section),
  checklist: z.array(section),
  durationMs: z.number(),
});

/** The JSON contract `fleetmedic/lab/v1`: how a lab is, measured now. */
export const labSchema = z.object({
  schema: z.literal('fleetmedic/lab/v1'),
  instance: z.string().describe('name of the lab'),
  seed: z.number().nullable().describe('what the names of its clusters come from'),
  clusters: z.array(
    z.object({
      name: z.string(),
      role: known(['hub', 'edge'], 'what the cluster is to the pipeline'),
      apiServer: z.string().describe('address of its API server'),
      missingProcesses: z.array(z.string()).describe('processes that should run and do not'),
      notReady: z
        .array(z.string())
        .nullable()
        .describe('workloads that are not ready; null where the API server does not answer'),
      lastSampleAgeSeconds: z
        .number()
        .nullable()
        .describe("seconds since Query's last sample of this cluster; null where it has none"),
    }),
  ),
});

export type LabDocument = z.infer<typeof labSchema>;
export type DiffDocument = z.infer<typeof diffSchema>;
export type ModesDocument = z.infer<typeof modesSchema>;
export type ModeDocument = z.infer<typeof modeSchema>;
export type StatusDocument = z.infer<typeof statusSchema>;
