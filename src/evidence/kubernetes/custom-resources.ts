import { list, number, text } from '../json.ts';
import { type ObjectMeta, readMeta } from './meta.ts';

/** A resource of the Prometheus Operator, with what the operator says of it. */
export interface CustomResource {
  meta: ObjectMeta;
  conditions: {
    type: string;
    status: string;
    reason: string;
    message: string;
    observedGeneration: number | null;
  }[];
}

export function readCustomResource(value: unknown): CustomResource | null {
  const meta = readMeta(value);
  if (!meta) return null;
  return {
    meta,
    conditions: list(value, 'status', 'conditions').map((item) => ({
      type: text(item, 'type') ?? '',
      status: text(item, 'status') ?? '',
      reason: text(item, 'reason') ?? '',
      message: text(item, 'message') ?? '',
      observedGeneration: number(item, 'observedGeneration') ?? null,
    })),
  };
}
