import { type Change, changes, describeChanged, replaced } from '../../changed.testing.ts';
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

/** Query has no samples of this cluster. */
const silent =
  (cluster: string): Change =>
  ({ path }, body) =>
    path.includes('timestamp(up))') && body !== null
      ? JSON.parse(
          JSON.stringify(body)
            .replaceAll(new RegExp(`{"metric":{"cluster":"${cluster}"},[^}]{1,80}},?`, 'g'), '')
            .replace('],]', ']]')
            .replace(',]}', ']}'),
        )
      : body;

// An agent whose configuration has everything but a place to send to.
describeChanged('remote-write/not-configured', {
  from: 'healthy',
  change: changes(
    replaced(
      /^cluster-02 .*(status\/config|configmaps\/prometheus-agent)/,
      '\nremote_write:',
      '\nnot_remote_write:',
    ),
    silent('cluster-02'),
  ),
  at: { role: 'agent', cluster: 'cluster-02', name: 'prometheus-agent' },
  hidden:
    /cluster-02.*status\/config|prometheus-agent-0:9090\/proxy\/api\/v1\/status\/config|configmaps\/prometheus-agent/,
});
