import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: "Samples' times are out of bounds",
    summary:
      'Receive refuses samples of {kind} {name}: their times are too old or lie in the future. {error}',
    meaning:
      'Receive takes only samples from about its newest block on, and none far in the future. A backlog is older than that, or the clock of the writer, of Receive or of an exporter is wrong.',
    impact:
      'These samples are lost. One sample far in the future makes Receive refuse the right ones that come after it.',
    prevention:
      'Keep all clocks in step (NTP or chrony), and shorten outages: a backlog of more than an hour or so is refused without an out-of-order window.',
    steps: {
      'see-log': 'Read whether samples are too old or too new',
      'see-times':
        'See how far the newest sent sample of each cluster is behind: below zero it lies in the future',
      'see-clock':
        'Compare the clocks of the nodes (chronyc tracking, timedatectl) and mend the one that differs',
      'keep-time': 'Alert on node_timex_sync_status and node_timex_offset_seconds',
      'limit-age':
        'Give Receive --tsdb.out-of-order.time-window for late samples and --tsdb.too-far-in-future.time-window=5m against future ones',
    },
  },
  ko: {
    title: '샘플 시각 범위 초과',
    summary: '{kind} {name}: 샘플 시각이 너무 오래됐거나 미래라서 Receive가 거부합니다. {error}',
    meaning:
      'Receive는 대략 최신 블록 이후의 샘플만 받고 먼 미래의 샘플은 받지 않습니다. 밀린 샘플이 그보다 오래됐거나 writer, Receive, exporter의 시계가 틀린 상태입니다.',
    impact: '해당 샘플이 유실됩니다. 먼 미래의 샘플이 하나 들어가면 그 뒤의 정상 샘플까지 거부됩니다.',
    prevention:
      '모든 노드의 시계를 동기화하고(NTP, chrony) 장애 시간을 줄입니다. out-of-order 시간 창이 없으면 한 시간 남짓 밀린 샘플은 거부됩니다.',
    steps: {
      'see-log': '오래된 샘플인지 미래 샘플인지 확인',
      'see-times': '클러스터별 마지막 전송 샘플 시각 확인 (0보다 작으면 미래)',
      'see-clock': '노드 시계 비교 (chronyc tracking, timedatectl) 후 어긋난 노드 수정',
      'keep-time': 'node_timex_sync_status, node_timex_offset_seconds 알람 설정',
      'limit-age':
        'Receive에 --tsdb.out-of-order.time-window(늦은 샘플)와 --tsdb.too-far-in-future.time-window=5m(미래 샘플) 설정',
    },
  },
});
