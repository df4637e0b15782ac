import { describeTexts } from '../../texts.testing.ts';

describeTexts('receive/tenant-unrouted', {
  says: [
    'level=error component=receive component=receive-handler tenant=team-x msg="failed to distribute timeseries to replicas" err="no matching hashring to handle tenant"',
    '{"component":"receive-handler","err":"no matching hashring to handle tenant","level":"error","msg":"internal server error","tenant":"team-x"}',
    'level=warn component=remote msg="Failed to send batch, retrying" err="server returned HTTP status 500 Internal Server Error: no matching hashring to handle tenant"',
  ],
  not: {
    'level=info component=receive msg="default tenant data dir not found, creating" defaultTenantID=default-tenant':
      null,
  },
});
