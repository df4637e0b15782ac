import { describeChanged, replaced } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('remote-write/labels-collapsed', {
  says: ['  - {action: labeldrop, regex: "instance|pod|node"}'],
  not: {
    '  - {action: labeldrop, regex: "__tmp_.*"}': null,
    'remote_name=a msg="non-recoverable error" err="server returned HTTP status 409 Conflict: add 1 samples: duplicate sample for timestamp"':
      'remote-write/duplicate-writers',
  },
});

// A rule on the way out takes away what tells the targets of a job apart.
describeChanged('remote-write/labels-collapsed', {
  from: 'healthy',
  change: replaced(
    /^cluster-01 .*status\/config/,
    '  remote_timeout: 30s\n',
    '  remote_timeout: 30s\n  write_relabel_configs:\n  - regex: instance|pod\n    action: labeldrop\n',
  ),
  at: { role: 'agent', cluster: 'cluster-01', name: 'prometheus-agent' },
  hidden: /\/status\/config/,
});
