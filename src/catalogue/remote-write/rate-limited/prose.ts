import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Far end limits the rate (429)',
    summary: '{kind} {name} sends more than the far end takes: {error}',
    meaning:
      'A gateway, proxy or backend before or instead of Receive answers 429: too many requests or samples in a time.',
    impact:
      'With retry_on_http_429 the queue falls behind; without it each refused batch is dropped and lost.',
    prevention: 'Agree on a limit with room for growth, and watch the rate of samples against it.',
    steps: {
      'see-rate': 'See how many samples each cluster sends a second, and which one grew',
      'see-config': 'See whether 429 is tried again: queue_config.retry_on_http_429',
      'raise-limit':
        'Have the limit raised at the gateway, proxy or backend (samples and requests are counted apart)',
      'send-less':
        'Until then drop what nobody needs at the scrape (metric_relabel_configs): the queue is kept, which a change of remote_write would rebuild',
      retry:
        'Set retry_on_http_429: true, so that a short limit costs time and no samples. The change rebuilds the queue: what is unsent then is lost',
      'agree-limit':
        'Larger batches (max_samples_per_send) lower the number of requests for the same samples',
    },
  },
  ko: {
    title: '전송량 제한 (429)',
    summary: '{kind} {name}: 대상이 허용하는 양보다 많이 전송하고 있습니다. {error}',
    meaning:
      'Receive 앞단의 게이트웨이나 프록시 또는 다른 백엔드가 429로 응답합니다. 단위 시간당 요청 수나 샘플 수가 한도를 넘었습니다.',
    impact: 'retry_on_http_429를 켠 경우 전송이 점점 밀리고, 끈 경우 거부된 배치가 그대로 버려져 유실됩니다.',
    prevention: '증가분을 고려한 한도를 합의하고, 한도 대비 초당 샘플 수를 감시합니다.',
    steps: {
      'see-rate': '클러스터별 초당 전송 샘플 수와 급증한 클러스터 확인',
      'see-config': '429 재시도 여부 확인 (queue_config.retry_on_http_429)',
      'raise-limit': '게이트웨이, 프록시, 백엔드의 한도 상향 요청 (샘플 수와 요청 수 한도는 별개)',
      'send-less':
        '그동안 불필요한 메트릭을 수집 단계에서 drop (metric_relabel_configs). remote_write를 바꾸면 큐가 다시 만들어지지만 이 방법은 큐가 유지됨',
      retry:
        'retry_on_http_429: true 설정. 일시적인 제한에서는 지연만 생기고 유실이 없음. 변경 시 큐가 다시 만들어지므로 그때 남아 있던 샘플은 유실됨',
      'agree-limit': 'max_samples_per_send를 늘려 같은 샘플을 더 적은 요청으로 전송',
    },
  },
});
