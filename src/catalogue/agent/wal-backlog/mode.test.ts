import { describeTexts } from '../../texts.testing.ts';

describeTexts('agent/wal-backlog', {
  says: ['[FIRING:1] AgentWALFilling (edge-01 prometheus-agent-0)'],
  not: {
    'level=info msg="WAL watcher started"': null,
  },
});
