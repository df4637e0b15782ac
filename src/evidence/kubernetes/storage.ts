import { flag, text } from '../json.ts';
import { type ObjectMeta, readMeta } from './meta.ts';

export interface StorageClass {
  meta: ObjectMeta;
  /** The driver that makes its volumes; `kubernetes.io/no-provisioner` where a person does. */
  provisioner: string;
  allowsExpansion: boolean;
}

export function readStorageClass(value: unknown): StorageClass | null {
  const meta = readMeta(value);
  if (!meta) return null;
  return {
    meta,
    provisioner: text(value, 'provisioner') ?? '',
    allowsExpansion: flag(value, 'allowVolumeExpansion'),
  };
}
