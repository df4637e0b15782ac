import { at, isRecord, textMap } from '../json.ts';
import { type ObjectMeta, readMeta } from './meta.ts';

/** An object of which single fields are read where they are needed: custom resources, classes, policies. */
export interface PlainObject {
  meta: ObjectMeta;
  spec: Readonly<Record<string, unknown>>;
}

export function readPlainObject(value: unknown): PlainObject | null {
  const meta = readMeta(value);
  const spec = at(value, 'spec');
  return meta && { meta, spec: isRecord(spec) ? spec : {} };
}

/** Flags as a process of Prometheus or Thanos tells them, without dashes: `/api/v1/status/flags`. */
export function readFlags(body: unknown): Record<string, string> | null {
  const flags = textMap(body, 'data');
  return Object.keys(flags).length === 0 ? null : flags;
}
