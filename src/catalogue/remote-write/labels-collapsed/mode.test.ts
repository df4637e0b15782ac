import { describeTexts } from '../../texts.testing.ts';

describeTexts('remote-write/labels-collapsed', {
  says: ['  - {action: labeldrop, regex: "instance|pod|node"}'],
  not: {
    '  - {action: labeldrop, regex: "__tmp_.*"}': null,
    'remote_name=a msg="non-recoverable error" err="server returned HTTP status 409 Conflict: add 1 samples: duplicate sample for timestamp"':
      'remote-write/duplicate-writers',
  },
});
