import { readFileSync } from 'node:fs';

declare const MEDIC_VERSION: string | undefined;

/** The bundle has the version inside; the sources read it from package.json. */
export const VERSION: string =
  typeof MEDIC_VERSION === 'string'
    ? MEDIC_VERSION
    : (
        JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
          version: string;
        }
      ).version;

/** What a probe runs where nobody names another image. */
export const PROBE_IMAGE = 'busybox:1.36';
