import { defineFindings } from '../kind.ts';

export const compact = defineFindings({
  'compact-halted': {
    leak: 1e-4,
    sentence: { en: '{subject} halted and compacts nothing', ko: '{subject}: 컴팩션 중단 (halted)' },
    texts: {
      holds: 'pasted',
      lines: [
        { has: ['critical error detected'], source: 'thanos cmd/thanos/compact.go' },
        {
          has: ['thanos_compact_halted', ' 1'],
          lacks: ['# help', '# type', ' == 1'],
          source: 'thanos cmd/thanos/compact.go',
        },
        { has: ['thanoscompacthalted'], isAlert: true, source: 'thanos mixin/alerts/compact.libsonnet' },
        { has: ['compactorhalted'], isAlert: true, source: 'fleetmedic src/platform/rules/compactor.ts' },
      ],
    },
  },
  'compact-failing': {
    leak: 1e-3,
    sentence: { en: '{subject}: compactions fail', ko: '{subject}: 컴팩션 실패' },
    texts: {
      holds: 'pasted',
      lines: [
        {
          has: ['thanoscompacthighcompactionfailures'],
          isAlert: true,
          source: 'thanos mixin/alerts/compact.libsonnet',
        },
        { has: ['compactorfailing'], isAlert: true, source: 'fleetmedic src/platform/rules/compactor.ts' },
      ],
    },
  },
  'blocks-overlap': {
    leak: 1e-5,
    sentence: { en: '{subject}: blocks in the bucket overlap', ko: '{subject}: 버킷의 블록 시간 범위 겹침' },
    texts: {
      holds: 'pasted',
      lines: [
        { has: ['overlaps found while gathering blocks'], source: 'thanos pkg/compact/compact.go' },
        { has: ['pre compaction overlap check'], source: 'thanos pkg/compact/compact.go' },
        {
          // With vertical compaction the same words are a warning, and it goes on.
          has: ['overlapping sources detected for plan'],
          lacks: ['duplicated_block'],
          source: 'thanos pkg/compact/compact.go',
        },
        {
          has: ['resulted compacted block', 'overlaps with something'],
          source: 'thanos pkg/compact/compact.go',
        },
      ],
    },
  },
  'blocks-out-of-order': {
    leak: 1e-5,
    sentence: {
      en: '{subject}: a block has chunks or labels out of order',
      ko: '{subject}: 블록의 청크 또는 레이블 순서 오류',
    },
    texts: {
      holds: 'pasted',
      lines: [
        {
          has: ['blocks with out-of-order chunks are dropped from compaction'],
          source: 'thanos pkg/compact/compact.go',
        },
        { has: ['series have an average of', 'out-of-order chunks'], source: 'thanos pkg/block/index.go' },
        { has: ['postings with out of order labels'], source: 'thanos pkg/block/index.go' },
        { has: ['out of order; previous', 'series'], source: 'thanos pkg/block/index.go' },
        {
          has: ['compact blocks', 'out-of-order series'],
          source: 'thanos pkg/compact/compact.go around prometheus tsdb/index/index.go',
        },
        {
          has: ['found overlapping chunks within series'],
          source: 'thanos pkg/compact/downsample/downsample.go',
        },
        {
          has: ['try running with --debug.accept-malformed-index'],
          source: 'thanos pkg/compact/compact.go',
        },
      ],
    },
  },
  'block-broken': {
    leak: 1e-5,
    sentence: { en: '{subject}: a block in the bucket is broken', ko: '{subject}: 버킷의 블록 손상' },
    texts: {
      holds: 'pasted',
      lines: [
        {
          has: ['block with not healthy index found'],
          // Which of the index' faults it is, is said behind it.
          lacks: ['out-of-order chunks', 'out-of-order label', 'out of order'],
          source: 'thanos pkg/compact/compact.go',
        },
        { has: ['completely outside the block time range'], source: 'thanos pkg/block/index.go' },
        {
          has: ['gather index issues for block'],
          lacks: ['out of order'],
          source: 'thanos pkg/compact/compact.go',
        },
        { has: ['invalid result block'], source: 'thanos pkg/compact/compact.go' },
        { has: ['input block index not valid'], source: 'thanos cmd/thanos/downsample.go' },
        { has: ['output block index not valid'], source: 'thanos cmd/thanos/downsample.go' },
        { has: ['meta.json corrupted'], source: 'thanos pkg/block/fetcher.go' },
        { has: ['unmarshal meta.json for block'], source: 'thanos pkg/block/block.go' },
        { has: ['unexpected meta file', 'version'], source: 'thanos pkg/block/fetcher.go' },
        {
          has: ['corrupted-meta-json'],
          lacks: ['"} 0', '# help'],
          source: 'thanos pkg/block/fetcher.go: state of a block',
        },
        ...(
          [
            'checksum mismatch',
            'invalid checksum',
            'invalid magic number',
            'invalid size',
            "doesn't include enough bytes",
            'cannot populate chunk',
            'segment index',
            'unexpected eof',
            'unknown series references',
            'no such file or directory',
          ] as const
        ).map((words) => ({
          has: ['compact blocks', words] as const,
          lacks: ['out-of-order series', 'no space left'],
          source: 'thanos pkg/compact/compact.go around prometheus tsdb/chunks, tsdb/index',
        })),
        {
          has: ['download block', 'key does not exist'],
          source: 'thanos pkg/compact/compact.go around S3 NoSuchKey',
        },
        {
          has: ['download block', "object doesn't exist"],
          source: 'thanos pkg/compact/compact.go around GCS',
        },
        {
          has: ['download block', 'blobnotfound'],
          source: 'thanos pkg/compact/compact.go around Azure Blob',
        },
        { has: ['repair failed for block'], source: 'thanos pkg/compact/compact.go' },
        { has: ['repaired block is invalid'], source: 'thanos pkg/compact/compact.go' },
        {
          has: ['storeblockloadfailing'],
          isAlert: true,
          source: 'fleetmedic src/platform/rules/object-store.ts',
        },
      ],
    },
  },
  'compact-backlog': {
    leak: 1e-3,
    sentence: {
      en: '{subject} has a backlog and gets no further',
      ko: '{subject}: 컴팩션 대기 작업 누적',
    },
    texts: {
      holds: 'pasted',
      lines: [
        { has: ['thanoscompacthasnotrun'], isAlert: true, source: 'thanos mixin/alerts/compact.libsonnet' },
        { has: ['has not uploaded anything for 24 hours'], source: 'thanos mixin/alerts/compact.libsonnet' },
        { has: ['compactorstalled'], isAlert: true, source: 'fleetmedic src/platform/rules/compactor.ts' },
        { has: ['compactorbehind'], isAlert: true, source: 'fleetmedic src/platform/rules/compactor.ts' },
      ],
    },
  },
  'compactors-share-bucket': {
    leak: 1e-5,
    sentence: {
      en: '{subject}: more than one compactor works on one bucket',
      ko: '{subject}: 버킷 하나에 Compactor 여러 개 실행',
    },
    texts: {
      holds: 'pasted',
      lines: [
        {
          has: ['thanoscompactmultiplerunning'],
          isAlert: true,
          source: 'thanos mixin/alerts/compact.libsonnet',
        },
        {
          has: ['no more than one thanos compact instance should be running'],
          source: 'thanos mixin/alerts/compact.libsonnet',
        },
        {
          has: ['compactormultiplerunning'],
          isAlert: true,
          source: 'fleetmedic src/platform/rules/compactor.ts',
        },
      ],
    },
  },
  'retention-refused': {
    leak: 1e-5,
    sentence: {
      en: '{subject} refuses its retention: data would go before it is downsampled',
      ko: '{subject}: 다운샘플링 전에 삭제되는 보존 기간으로 시작 거부',
    },
    texts: {
      holds: 'ending',
      roles: ['compactor'],
      lines: [
        {
          has: ['resolution must be higher than the minimum block size after which'],
          source: 'thanos cmd/thanos/compact.go',
        },
        {
          has: ['resolution retention must be higher than the minimum block size after which'],
          source: 'thanos cmd/thanos/compact.go',
        },
      ],
    },
  },
  'retention-contradicts': {
    leak: 1e-5,
    sentence: {
      en: '{subject}: raw data goes after {raw}, and downsampling is off',
      ko: '{subject}: 다운샘플링 없이 raw 데이터를 {raw} 후 삭제',
    },
  },
});
