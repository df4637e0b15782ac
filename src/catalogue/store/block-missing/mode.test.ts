import { describe, expect, it } from 'vitest';
import { replayChanged } from '../../../drill/recordings.ts';
import { changes, describeChanged, logOf, metricsOf } from '../../changed.testing.ts';
import { describeTexts, explainLines } from '../../texts.testing.ts';

describeTexts('store/block-missing', {
  says: [
    'googleapi: Error 404: No such object: metrics/01HF7Q9K8X2Z6W1N5T3R4Y0ABC/chunks/000001, notFound',
    'receive series from Addr: 10.64.20.80:10901 MinTime: 1 MaxTime: 2: rpc error: code = Aborted desc = fetch series for block 01HF7Q9K8X2Z6W1N5T3R4Y0ABC: preload chunks: read range for 0: get range reader: The specified key does not exist.',
    'level=warn msg="loading block failed" elapsed=12ms id=01HF7Q9K8X2Z6W1N5T3R4Y0ABC err="create index header reader: write index header: new index reader: get object attributes of 01HF7Q9K8X2Z6W1N5T3R4Y0ABC/index: The specified key does not exist."',
    '{"err":"fetch postings for block 01HF: expanded matching posting: get postings: read postings range: get range reader: storage: object doesn\'t exist","level":"warn"}',
    'rpc error: code = Unknown desc = receive series from store-0: get range reader: RESPONSE 404: 404 The specified blob does not exist. ERROR CODE: BlobNotFound',
  ],
  not: {
    'level=error msg="critical error detected; halting" err="compaction: group 0@123: download block 01HF: get file 01HF/chunks/000001: The specified key does not exist."':
      'compact/corrupt-block',
    'level=info msg="dropped outdated block" block=01HF7Q9K8X2Z6W1N5T3R4Y0ABC': null,
    'level=info msg="loaded new block" elapsed=12ms id=01HF7Q9K8X2Z6W1N5T3R4Y0ABC': null,
    'HEAD 01HF/deletion-mark.json: The specified key does not exist.': null,
  },
});

describe('store/block-missing', () => {
  it('is not a bucket that is missing', async () => {
    const { causes } = await explainLines(
      'bucket store initial sync: iter bucket: The specified bucket does not exist',
    );
    expect(causes.map(({ mode }) => mode.id)).not.toContain('store/block-missing');
  });
});

describeChanged('store/block-missing', {
  from: 'healthy',
  change: changes(
    metricsOf(/thanos-store-0/, { thanos_bucket_store_block_load_failures_total: '3' }),
    logOf(
      /thanos-store-0\//,
      'level=warn msg="loading block failed" elapsed=12ms id=01HF7Q9K8X2Z6W1N5T3R4Y0ABC err="create index header reader: get object attributes of 01HF7Q9K8X2Z6W1N5T3R4Y0ABC/index: The specified key does not exist."',
    ),
  ),
  at: { role: 'store', name: 'thanos-store' },
  hidden: /\/log\?|\/metrics/,
});

// The Store itself says nothing: only who asks it is told.
describe('store/block-missing where only reads of parts fail', () => {
  const failing = (more: Record<string, string>) =>
    metricsOf(/thanos-store-0:/, {
      'thanos_objstore_bucket_operations_total{bucket="thanos",operation="get_range"}': '298',
      'thanos_objstore_bucket_operation_failures_total{bucket="thanos",operation="get_range"}': '11',
      ...more,
    });
  const confirmed = async (more: Record<string, string>) => {
    const { diagnosis } = await replayChanged('healthy', failing(more));
    return diagnosis.causes.filter((cause) => cause.confirmed).map(({ mode }) => mode);
  };

  it('is named', async () => {
    expect(await confirmed({})).toEqual(['store/block-missing']);
  });

  it('is not named where lists fail as well', async () => {
    const listing = 'thanos_objstore_bucket_operation_failures_total{bucket="thanos",operation="iter"}';
    expect(await confirmed({ [listing]: '2' })).not.toContain('store/block-missing');
  });

  it('is not named where a few of many failed', async () => {
    const reads = 'thanos_objstore_bucket_operations_total{bucket="thanos",operation="get_range"}';
    expect(await confirmed({ [reads]: '98000' })).toEqual([]);
  });
});
