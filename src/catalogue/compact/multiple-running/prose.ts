import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Several Compactors on one bucket',
    summary: 'More than one Compactor works on the same blocks: {compactors}',
    meaning:
      'The Compactor is made to be alone: two of them compact the same blocks at once, unless each has labels of its own (--selector.relabel-config).',
    impact:
      'Overlapping and half-removed blocks, a halted Compactor, double cost. What one removes the other may still be reading.',
    prevention:
      'One replica, a StatefulSet or a Deployment with the strategy Recreate, one Compactor for a bucket or disjoint shards.',
    steps: {
      'see-compactors': 'Find all Compactors, in other namespaces and clusters, too, and the bucket of each',
      'one-left':
        'Leave one: scale this one to a single replica, and any second workload on the same bucket to 0. Delete no blocks',
      'single-by-design':
        'Where one is not enough, shard by external labels with --selector.relabel-config, so that no block belongs to two',
      'goes-on':
        'The log says "start of compactions" and later "compaction iterations done"; thanos_compact_halted is 0',
    },
  },
  ko: {
    title: '버킷 하나에 Compactor 여러 개',
    summary: '같은 블록을 처리하는 Compactor가 둘 이상입니다: {compactors}',
    meaning:
      'Compactor는 단독 실행이 전제입니다. 레이블 범위를 나누지 않으면(--selector.relabel-config) 둘이 같은 블록을 동시에 컴팩션합니다.',
    impact:
      '블록 겹침, 일부만 삭제된 블록, 컴팩션 중단, 중복 비용이 생깁니다. 하나가 지운 블록을 다른 하나가 읽는 중일 수 있습니다.',
    prevention:
      '레플리카 1, StatefulSet 또는 Recreate 전략의 Deployment, 버킷당 Compactor 하나 또는 겹치지 않는 샤드로 구성합니다.',
    steps: {
      'see-compactors': '다른 네임스페이스와 클러스터를 포함해 모든 Compactor와 사용하는 버킷 확인',
      'one-left':
        '하나만 남기기: 이 워크로드는 레플리카 1로, 같은 버킷의 다른 워크로드는 0으로 조정. 블록은 삭제하지 않음',
      'single-by-design':
        '하나로 부족하면 --selector.relabel-config로 external label 기준 샤딩 (블록이 두 곳에 속하지 않게 구성)',
      'goes-on':
        '로그에서 "start of compactions" 이후 "compaction iterations done" 확인, thanos_compact_halted 값 0 확인',
    },
  },
});
