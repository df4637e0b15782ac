import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Unsent samples were lost',
    summary: '{kind} {name} dropped samples that it had not sent ({words}); what is new arrives.',
    meaning:
      'A writer begins with what is new whenever it restarts or its remote write or external labels change: what was unsent is sent only until the flush deadline. And what the WAL has cut is gone, sent or not.',
    impact:
      'Past damage, no outage now: a gap in the metrics of this cluster, from the outage to the restart. It cannot be filled afterwards.',
    prevention:
      'While a backlog waits: mend the far end first, let it drain, and only then restart or change the Agent.',
    steps: {
      'see-log':
        'See how many samples were lost and when (count, and the time of the last batch that was sent)',
      'mend-far-end': 'If sending still fails, mend the far end first and do not restart the Agent again',
      'longer-flush':
        'Raise --storage.remote.flush-deadline and, with it, terminationGracePeriodSeconds of the pods',
      'drain-first':
        'Before a planned change see that prometheus_remote_storage_samples_pending is near zero, and keep the WAL on a volume',
      'watch-lag': 'Alert on the lag of remote write well before two hours, when the WAL is first cut',
    },
  },
  ko: {
    title: '미전송 샘플 유실',
    summary: '{kind} {name}: 아직 보내지 못한 샘플이 버려졌습니다({words}). 새 샘플은 수신되고 있습니다.',
    meaning:
      'Agent가 재시작하거나 remote_write 또는 external label이 바뀌면 새 샘플부터 전송합니다. 밀린 샘플은 flush deadline까지만 전송됩니다. WAL에서 잘린 샘플은 전송 여부와 관계없이 사라집니다.',
    impact:
      '현재 장애가 아닌 지난 유실입니다. 장애 시점부터 재시작까지 해당 클러스터의 메트릭에 빈 구간이 남고 나중에 채울 수 없습니다.',
    prevention: '밀린 샘플이 있을 때는 대상을 먼저 복구해 모두 전송된 뒤에 Agent를 재시작하거나 변경합니다.',
    steps: {
      'see-log': '유실 샘플 수와 시각 확인 (count, 마지막으로 전송된 배치의 시각)',
      'mend-far-end': '전송이 아직 실패하면 대상을 먼저 복구하고 Agent를 다시 재시작하지 않음',
      'longer-flush':
        '--storage.remote.flush-deadline 상향, 파드의 terminationGracePeriodSeconds도 함께 상향',
      'drain-first':
        '계획된 변경 전에 prometheus_remote_storage_samples_pending이 0에 가까운지 확인하고 WAL은 볼륨에 보관',
      'watch-lag': 'WAL이 처음 잘리는 2시간보다 충분히 이르게 전송 지연 알람 설정',
    },
  },
});
