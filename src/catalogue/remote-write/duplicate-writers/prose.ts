import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Two writers send the same series',
    summary: 'Series that {kind} {name} sends are sent by another writer too, with the same labels.',
    meaning:
      'Two replicas, or an old and a new Agent, scrape the same targets and send them with the same external labels. Receive takes what comes first and refuses the other.',
    impact:
      'Refused samples, values that jump between two counters, and failed samples that hide real losses.',
    prevention: 'Give each replica an external label of its own and let Query deduplicate by it.',
    steps: {
      'see-writers': 'List the writers of this cluster: are there two replicas, or one left from before?',
      'see-labels': 'Compare their external labels: one of them must differ between replicas',
      'stop-second':
        'End the writer that is not wanted, or give one of two wanted replicas a label of its own. An Agent whose external labels change sends from now on: what is unsent is lost',
      'replica-label':
        'Set replica: $(POD_NAME) as external label (replicaExternalLabelName under the operator), or shard by hashmod',
      deduplicate:
        'Set --query.replica-label=replica on Query (and deduplication on the Compactor, if wanted)',
    },
  },
  ko: {
    title: '중복 전송 (writer 중복)',
    summary: '{kind} {name}: 같은 레이블의 시계열을 다른 writer도 전송하고 있습니다.',
    meaning:
      '레플리카 두 개 또는 이전 Agent와 새 Agent가 같은 타깃을 수집해 같은 external label로 전송합니다. Receive는 먼저 온 것만 받고 나머지를 거부합니다.',
    impact: '샘플이 거부되고 값이 두 카운터 사이를 오갑니다. 실패 샘플이 늘어 실제 유실을 가립니다.',
    prevention: '레플리카마다 external label을 따로 두고 Query에서 그 레이블로 중복을 제거합니다.',
    steps: {
      'see-writers': '해당 클러스터의 writer 확인 (레플리카가 둘인지, 이전 것이 남아 있는지)',
      'see-labels': 'external label 비교 (레플리카마다 다른 레이블이 하나는 있어야 함)',
      'stop-second':
        '불필요한 writer 종료. 둘 다 필요하면 한쪽에 고유 레이블 추가. external label이 바뀐 Agent는 그 시점부터 전송하므로 미전송 샘플은 유실됨',
      'replica-label':
        'external label에 replica: $(POD_NAME) 설정 (오퍼레이터는 replicaExternalLabelName) 또는 hashmod로 샤딩',
      deduplicate: 'Query에 --query.replica-label=replica 설정 (필요하면 Compactor에도 중복 제거 설정)',
    },
  },
});
