import { describeTexts } from '../../texts.testing.ts';

describeTexts('grafana/database-unavailable', {
  says: [
    'Failed to start grafana. error: dial tcp 10.2.3.4:5432: connect: connection refused',
    'logger=migrator t=2026-11-21T07:11:22Z level=error msg="Failed to lock" error="pq: password authentication failed for user \\"grafana\\""',
    "Error 1045 (28000): Access denied for user 'grafana'@'10.2.0.9' (using password: YES)",
    '  "database": "failing",',
    '{"logger":"sqlstore","level":"error","error":"pq: sorry, too many clients already"}',
    'failed to connect to `user=grafana database=grafana`: 10.2.3.4:5432 (postgres): dial error: dial tcp 10.2.3.4:5432: i/o timeout',
  ],
  not: {
    // The name that it is looked for by does not exist: that is the root.
    'logger=sqlstore t=2026-11-21T07:11:22Z level=error msg="Failed to connect" error="dial tcp: lookup postgres.db.svc on 10.96.0.10:53: no such host"':
      'network/name-not-found',
    'logger=sqlstore t=2026-11-21T07:11:22Z level=info msg="Connecting to DB" dbtype=postgres': null,
    'logger=tsdb.postgres level=error msg="query error" err="dial tcp: lookup pg on 127.0.0.11:53: server misbehaving"':
      'network/dns-down',
    'Error: ✗ migration failed (id = create migration_log table): database is locked':
      'grafana/database-locked',
  },
});
