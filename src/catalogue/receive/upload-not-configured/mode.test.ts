import { describe, expect, it } from 'vitest';
import { replayChanged } from '../../../drill/recordings.ts';
import { describeChanged, wordsOf } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('receive/upload-not-configured', {
  says: [
    'ts=2026-11-21T08:53:21Z caller=receive.go:205 level=info component=receive msg="no supported bucket was configured, uploads will be disabled"',
    '{"caller":"receive.go:205","component":"receive","level":"info","msg":"no supported bucket was configured, uploads will be disabled"}',
  ],
  not: {
    // A sidecar or Ruler without uploads is a common set-up.
    'ts=2026-11-21T08:53:21Z caller=sidecar.go:145 level=info msg="no supported bucket was configured, uploads will be disabled"':
      null,
    'level=info component=receive msg="upload enabled, starting initial sync"': null,
  },
});

describeChanged('receive/upload-not-configured', {
  from: 'healthy',
  change: wordsOf(
    /statefulsets|\/pods\?/,
    /("--receive\.default-tenant-id=default-tenant"),"--objstore\.config-file=[^"]{1,80}"/g,
    '$1',
  ),
  at: { role: 'receive', name: 'thanos-receive' },
  hidden: /statefulsets|\/pods\?/,
});

const present = async (change: Parameters<typeof replayChanged>[1]) => {
  const { diagnosis } = await replayChanged('healthy', change);
  return diagnosis.findings.filter(({ type, state }) => type === 'uploads-off' && state === 'present');
};

describe('receive/upload-not-configured', () => {
  it('is silent where no part has an object store: the blocks are local by intent', async () => {
    const none = wordsOf(/statefulsets|\/pods\?/, /,"--objstore\.config-file=[^"]{1,80}"/g, '');
    expect(await present(none)).toEqual([]);
  });

  it('is silent for a router, which keeps nothing', async () => {
    const router = wordsOf(
      /statefulsets|\/pods\?/,
      /"--receive\.local-endpoint=[^"]{1,200}",(.{1,400}?),"--objstore\.config-file=[^"]{1,80}"/g,
      '$1',
    );
    expect(await present(router)).toEqual([]);
  });
});
