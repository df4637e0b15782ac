import { IMAGES, OLDER_IMAGES } from '../install/images.ts';
import type { LabNames } from './names.ts';

/** The image of a part, in the version that the lab runs. */
export function image({ registry, isOlder }: LabNames, key: keyof typeof IMAGES): string {
  const images = isOlder ? { ...IMAGES, ...OLDER_IMAGES } : IMAGES;
  return `${registry}/${images[key].name}`;
}
