import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Remote-write endpoint is slow',
    summary: 'Batches of {kind} {name} take long or run into the timeout: {error}',
    meaning:
      'The far end, or the way to it, does not answer in good time. What slows it down is outside of what could be looked at.',
    impact:
      'The lag grows, shards are added, and memory with them; after about two hours samples begin to be lost.',
    prevention:
      'Watch the 99th percentile of the send duration from the side of the writer (above 1 s is slow).',
    steps: {
      'see-latency': 'See how many seconds each URL is behind: is one writer slow, or are all?',
      'see-log':
        'Read how it fails: no answer at all points to the network (firewall, MTU), a late one to the receiver (CPU, disk, replication)',
      'ask-owner': 'Check load, CPU throttling and disk of the receiver with whoever runs it',
      'watch-latency': 'Alert on the send duration and on the lag, well before two hours are full',
    },
  },
  ko: {
    title: 'Remote Write 대상 응답 지연',
    summary: '{kind} {name}: 배치 전송이 느리거나 타임아웃됩니다. {error}',
    meaning: '대상 또는 그 경로가 제때 응답하지 않습니다. 느려진 원인은 확인 가능한 범위 밖에 있습니다.',
    impact:
      '전송 지연이 늘고 샤드와 메모리 사용량도 함께 늘어납니다. 약 2시간이 지나면 샘플이 유실되기 시작합니다.',
    prevention: '전송하는 쪽에서 전송 시간 p99를 감시합니다 (1초를 넘으면 느린 상태).',
    steps: {
      'see-latency': 'URL별 전송 지연(초) 확인 (한 곳만 느린지, 모두 느린지)',
      'see-log':
        '실패 양상 확인. 응답이 전혀 없으면 네트워크(방화벽, MTU), 늦게 오면 수신 측(CPU, 디스크, 복제) 의심',
      'ask-owner': '대상 운영 주체와 부하, CPU 스로틀링, 디스크 상태 확인',
      'watch-latency': '전송 시간과 지연 알람 설정 (2시간이 차기 전에 충분히 일찍)',
    },
  },
});
