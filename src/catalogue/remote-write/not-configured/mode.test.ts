import { describeTexts } from '../../texts.testing.ts';

describeTexts('remote-write/not-configured', {
  says: [
    'level=error ts=2023-02-01T10:00:00Z caller=main.go:500 msg="Error loading config" file=/etc/prometheus/prometheus.yml err="at least one remote_write target must be specified in agent mode"',
    '  remoteWrite: []',
  ],
  not: {
    'time=2026-11-21T08:52:47.157Z level=INFO source=main.go:1582 msg="Completed loading of configuration file" remote_storage=1.709049ms':
      null,
    'level=info msg="Stopping remote storage..." component=remote remote_name=e03fc3': null,
  },
});
