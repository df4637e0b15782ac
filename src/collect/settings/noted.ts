import type { BlindReason } from '../../evidence/transport.ts';
import { isExpressible } from '../../fleet/file/expressible.ts';
import type { Observation, SettingPath, UnknownSetting, UntoldReason } from '../../fleet/file/observed.ts';
import { textOf } from '../../fleet/file/refused.ts';
import type { Part } from './part.ts';

/** What a look at one setting gave. */
export type Noted = ({ seen: true } & Observation) | ({ seen: false } & UnknownSetting);

export interface Where {
  cluster: string;
  /** Key of the component, or the API path. */
  object: string;
  field: string;
  isDefault?: boolean;
}

/** A setting that was seen; one that the file cannot say is not. */
export function seen(
  path: SettingPath,
  value: unknown,
  { isDefault = false, ...where }: Where,
  accepts?: readonly unknown[],
): Noted {
  if (!isExpressible(path, value)) return untold(path, 'not-expressible', where.cluster, textOf(value));
  return { seen: true, path, value, source: { ...where, isDefault }, ...(accepts && { accepts }) };
}

export function untold(
  path: SettingPath,
  why: UntoldReason | BlindReason,
  cluster: string,
  detail: string | null = null,
): Noted {
  return { seen: false, path, why, detail, cluster };
}

export const inPart = ({ cluster, component }: Part, field: string, isDefault = false): Where => ({
  ...{ cluster: cluster.name, object: component.key, field, isDefault },
});
