import { describeChanged, logOf } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

const LINE =
  'ts=2026-11-21T07:11:22.022Z level=error caller=main.go:1290 msg="opening storage failed" err="lock DB directory: resource temporarily unavailable"';

describeTexts('agent/storage-locked', {
  says: [
    LINE,
    'time=2026-11-21T07:11:22.022Z level=ERROR source=main.go:1290 msg="Fatal error" err="opening storage failed: lock DB directory: resource temporarily unavailable"',
    '{"level":"error","msg":"opening storage failed","err":"lock DB directory: resource temporarily unavailable"}',
  ],
  not: {
    'level=warn msg="A lockfile from a previous execution already existed. It was replaced" file=/data/lock':
      null,
  },
});

// An agent whose container keeps ending, as a refused configuration makes it, with another last line.
describeChanged('agent/storage-locked', {
  from: 'agent-config-invalid',
  change: logOf(/pods\/vokmu-gunorjin-5f7d96f66f/, LINE),
  at: { role: 'agent', name: 'vokmu-gunorjin' },
  hidden: /\/log\?/,
});
