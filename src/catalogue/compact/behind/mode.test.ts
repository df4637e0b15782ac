import { describeTexts } from '../../texts.testing.ts';

describeTexts('compact/behind', {
  says: [
    'ThanosCompactHasNotRun',
    'FIRING: Thanos Compact thanos-compact has not uploaded anything for 24 hours.',
    'alertname: CompactorBehind',
  ],
  not: {
    'level=info msg="compaction iterations done"': null,
    'thanos_compact_todo_compactions 3': null,
  },
});
