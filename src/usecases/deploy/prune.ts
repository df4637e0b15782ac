import { type ObjectRef, refKey } from '../../apply/api.ts';

/** Kinds that take data, or what is other people's, with them: nothing removes them on the way. */
const KEPT: readonly string[] = ['PersistentVolumeClaim', 'Namespace', 'CustomResourceDefinition', 'Secret'];

/** What was deployed before and is no more, without what holds data; the last applied comes first. */
export function prunable(before: readonly ObjectRef[], now: readonly ObjectRef[]): ObjectRef[] {
  const wanted = new Set(now.map(refKey));
  return before.filter((ref) => !wanted.has(refKey(ref)) && !KEPT.includes(ref.kind)).toReversed();
}
