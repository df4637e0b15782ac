import { describeTexts } from '../../texts.testing.ts';

describeTexts('grafana/database-locked', {
  says: [
    'Error: ✗ migration failed (id = create migration_log table): database is locked',
    'logger=ngalert.state.manager t=2026-11-21T07:11:22Z level=error msg="Failed to save alert state" error="database is locked"',
    '{"level":"error","logger":"provisioning","error":"Failed to provision data sources: database is locked (5) (SQLITE_BUSY)"}',
    'logger=sqlstore.transactions level=info msg="Database locked, sleeping then retrying" error="database is locked" retry=4 code="database is locked"',
  ],
  not: {
    'logger=sqlstore.transactions level=info msg="Database locked, sleeping then retrying" error="database is locked" retry=0 code="database is locked"':
      null,
    '[2026/11/21 10:11:12] [error] [sqldb] error=database is locked': null,
  },
});
