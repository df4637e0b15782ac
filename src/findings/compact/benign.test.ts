import { describe, expect, it } from 'vitest';
import { type Change, changes, copied, logOf, wordsOf } from '../../catalogue/changed.testing.ts';
import { replayChanged } from '../../drill/recordings.ts';

const OBJECTS = /\/statefulsets\?|^\/api\/v1\/pods\?/;
const FLAG = '--retention.resolution-5m=60d';
const second = (copy: string) => copy.replaceAll('thanos-compactor', 'thanos-compact-b');

/** A healthy fleet that was changed by hand in a way that somebody may want. */
const BENIGN: Readonly<Record<string, Change>> = {
  'two Compactors that share the blocks by their labels': changes(
    wordsOf(OBJECTS, FLAG, '--selector.relabel-config-file=/etc/selector.yml'),
    copied(/\/statefulsets\?/, 'thanos-compactor', second),
    copied(/^\/api\/v1\/pods\?/, 'thanos-compactor', second),
  ),
  'two Compactors with different buckets': changes(
    copied(/\/statefulsets\?/, 'thanos-compactor', (copy) =>
      second(copy).replaceAll('objstore.yml', 'other.yml'),
    ),
    copied(/^\/api\/v1\/pods\?/, 'thanos-compactor', (copy) =>
      second(copy).replaceAll('objstore.yml', 'other.yml'),
    ),
  ),
  'a short history without downsampling': changes(
    wordsOf(OBJECTS, FLAG, '--downsampling.disable'),
    wordsOf(OBJECTS, '--retention.resolution-1h=365d', '--retention.resolution-1h=30d'),
  ),
  'an error of old in the log of a Compactor that goes on': logOf(
    /pods\/thanos-compactor-0\//,
    'level=error msg="critical error detected; halting" err="pre compaction overlap check: overlaps found while gathering blocks."',
    'level=info msg="start of compactions"',
    'level=info msg="compaction iterations done"',
  ),
};

describe('no cause is named for', () => {
  it.each(Object.entries(BENIGN))('%s', async (_, change) => {
    const { diagnosis } = await replayChanged('healthy', change);
    expect(diagnosis.causes.filter(({ confirmed }) => confirmed).map(({ mode }) => mode)).toEqual([]);
  });
});
