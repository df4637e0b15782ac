import { changes, describeChanged, logOf, metricsOf } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('receive/tsdb-corrupt', {
  says: [
    'level=error component=receive component=multi-tsdb tenant=a msg="initial upload failed" err="sync: read /data/a/01HF7Q9K8X2Z6W1N5T3R4Y0ABC/meta.json: invalid character \'\\x00\' looking for beginning of value"',
    'level=error component=receive msg="opening storage: found unsequential head chunk files 000003 (index: 3) and 000007 (index: 7)"',
    'ts=2026-11-21T08:53:21Z caller=db.go:1060 level=warn component=receive component=multi-tsdb tenant=default-tenant msg="Encountered WAL read error, attempting repair" err="read records: corruption in segment /data/default-tenant/wal/00000004 at 32768: unexpected checksum 3b1, expected 9f2"',
    '{"caller":"db.go:1060","component":"multi-tsdb","err":"read records: corruption in segment /data/team-a/wal/00000012 at 98304: unexpected full record","level":"warn","msg":"Encountered WAL read error, attempting repair","tenant":"team-a"}',
    'level=error component=receive component=multi-tsdb tenant=a msg="Loading on-disk chunks failed" err="iterate on on-disk chunks: corruption in head chunk file /data/a/chunks_head/000012: checksum mismatch expected:1a, actual:2b"',
    'level=error component=receive component=multi-tsdb tenant=a msg=reloadBlocks err="corrupted block 01HF7Q9K8X2Z6W1N5T3R4Y0ABC: unexpected end of JSON input"',
    'level=error component=receive component=multi-tsdb tenant=a msg="Failed to read meta.json for a block during reloadBlocks. Skipping" dir=/data/a/01HF7Q9K8X2Z6W1N5T3R4Y0ABC err="unexpected end of JSON input"',
    'time=2026-11-21T08:53:21Z level=ERROR source=main.go:1290 msg="Fatal error" err="opening storage failed: corrupted block 01HF7Q9K8X2Z6W1N5T3R4Y0ABC: invalid magic number 0"',
    'level=error component=receive component=multi-tsdb tenant=b msg="periodic upload failed" err="sync: corrupted blocks found"',
    'alertname="PrometheusTSDBReloadsFailing" severity="warning"',
  ],
  not: {
    'level=info component=receive component=multi-tsdb tenant=a msg="On-disk memory mappable chunks replay completed"':
      null,
    'level=info component=receive component=multi-tsdb tenant=a msg="Found and deleted tmp block dir" dir=/data/a/01HF.tmp-for-deletion':
      null,
    'level=info component=receive component=multi-tsdb tenant=a msg="write block completed" mint=1 maxt=2':
      null,
  },
});

describeChanged('receive/tsdb-corrupt', {
  from: 'healthy',
  change: metricsOf(/thanos-receive-1/, {
    'prometheus_tsdb_wal_corruptions_total{tenant="default-tenant"}': '1',
  }),
  at: { role: 'receive', name: 'thanos-receive' },
  hidden: /\/metrics|\/log\?/,
});

describeChanged('receive/tsdb-corrupt', {
  from: 'healthy',
  change: changes(
    metricsOf(/thanos-receive-1/, { 'prometheus_tsdb_reloads_failures_total{tenant="default-tenant"}': '4' }),
    logOf(
      /thanos-receive-1\//,
      'level=error caller=db.go:1144 component=receive component=multi-tsdb tenant=default-tenant msg=reloadBlocks err="corrupted block 01HF7Q9K8X2Z6W1N5T3R4Y0ABC: unexpected end of JSON input"',
    ),
  ),
  at: { role: 'receive', name: 'thanos-receive' },
  hidden: /\/metrics|\/log\?/,
});
