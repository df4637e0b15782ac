import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Samples come out of order',
    summary:
      'Receive refuses samples of {kind} {name} that are older than what it has of the series: {error}',
    meaning:
      'For a series that has a newer sample an older one comes: from a second writer, an exporter with times of its own, a backlog sent again, or a proxy that reorders.',
    impact: 'The older samples are lost; the newer ones stay. Graphs have gaps or jumps.',
    prevention:
      'Give each writer labels of its own, and Receive a window for late samples (--tsdb.out-of-order.time-window).',
    steps: {
      'see-log': 'Read since when, and for which series; right after an outage it ends by itself',
      'see-rate': 'See the refused samples per tenant: do they go on, or did they stop?',
      'find-second': 'Look for a second writer of the same series: a replica, an old Agent, another cluster',
      'allow-window':
        'Set --tsdb.out-of-order.time-window=30m on Receive (and vertical compaction on the Compactor, which then has blocks that overlap)',
      'own-labels': 'Add an external label per replica and cluster, and deduplicate in Query by it',
    },
  },
  ko: {
    title: '샘플 순서 뒤바뀜 (out of order)',
    summary: '{kind} {name}: Receive가 이미 가진 것보다 오래된 샘플이라 거부합니다. {error}',
    meaning:
      '더 새로운 샘플이 있는 시계열에 오래된 샘플이 들어오는 상태입니다. 두 번째 writer, 자체 시각을 붙이는 exporter, 다시 보낸 밀린 샘플, 순서를 바꾸는 프록시가 원인입니다.',
    impact: '오래된 샘플만 유실되고 새 샘플은 남습니다. 그래프에 빈 구간이나 튐이 생깁니다.',
    prevention:
      'writer마다 고유 레이블을 두고, Receive에 늦은 샘플을 위한 시간 창을 설정합니다 (--tsdb.out-of-order.time-window).',
    steps: {
      'see-log': '언제부터 어떤 시계열인지 확인. 장애 직후라면 저절로 끝남',
      'see-rate': '테넌트별 거부 샘플 수가 계속 늘어나는지 확인',
      'find-second': '같은 시계열을 보내는 다른 writer 찾기 (레플리카, 남아 있는 이전 Agent, 다른 클러스터)',
      'allow-window':
        'Receive에 --tsdb.out-of-order.time-window=30m 설정 (블록이 겹치므로 Compactor에 vertical compaction도 설정)',
      'own-labels': '레플리카와 클러스터마다 external label을 두고 Query에서 그 레이블로 중복 제거',
    },
  },
});
