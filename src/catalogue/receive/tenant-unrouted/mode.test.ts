import { describeChanged, fileOf } from '../../changed.testing.ts';
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

const SERVICE = 'thanos-receive-headless.monitoring.svc.cluster.local:10901';

describeChanged('receive/tenant-unrouted', {
  from: 'healthy',
  change: fileOf(
    /hashring/,
    'hashrings.json',
    JSON.stringify([
      {
        hashring: 'default',
        tenants: ['team-a'],
        endpoints: [
          `thanos-receive-0.${SERVICE}`,
          `thanos-receive-1.${SERVICE}`,
          `thanos-receive-2.${SERVICE}`,
        ],
      },
    ]),
  ),
  at: { role: 'receive', name: 'thanos-receive' },
  hidden: /\/configmaps\//,
});
