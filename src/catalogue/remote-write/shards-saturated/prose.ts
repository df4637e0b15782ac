import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Shard limit binds',
    summary:
      '{kind} {name} would need {desired} shards and may use {max}; {pending} samples wait, {lag} s behind.',
    meaning:
      'The far end answers in good time, and still the writer gathers more than its shards can send: max_shards or the size of the batches is too small for the number of samples.',
    impact:
      'The lag grows. After about two hours the oldest unsent samples begin to be lost, as the WAL is cut.',
    prevention:
      'Size max_shards, capacity and max_samples_per_send for the samples per second, with room for catching up after an outage.',
    steps: {
      'see-shards': 'Compare the shards that are wanted with those allowed (above 1 the limit binds)',
      'drop-at-scrape':
        'Lower what is gathered: drop unneeded series with metric_relabel_configs. The queue is kept and catches up',
      'raise-shards':
        'Raise queue_config.max_shards (queueConfig.maxShards under the operator) and the memory limit with it. The change rebuilds the queue: what is unsent then is lost',
      'larger-batches':
        'Larger batches (max_samples_per_send 5000 to 10000, capacity 3 to 10 times that) send more with the same shards',
      'watch-shards':
        'Alert when the shards wanted stay above the maximum (PrometheusRemoteWriteDesiredShards)',
    },
  },
  ko: {
    title: '샤드 한도 도달',
    summary: '{kind} {name}: 필요한 샤드 {desired}개, 한도 {max}개. 대기 샘플 {pending}개, 지연 {lag}초.',
    meaning:
      '대상 응답 시간은 정상인데 수집량이 샤드의 전송 능력을 넘은 상태입니다. 샘플 수에 비해 max_shards나 배치 크기가 작습니다.',
    impact:
      '전송 지연이 계속 늘어납니다. 약 2시간이 지나면 WAL이 잘리면서 오래된 미전송 샘플부터 유실됩니다.',
    prevention:
      '초당 샘플 수에 맞춰 max_shards, capacity, max_samples_per_send를 정하고 장애 후 따라잡을 여유를 둡니다.',
    steps: {
      'see-shards': '필요한 샤드 수와 한도 비교 (1을 넘으면 한도에 걸린 상태)',
      'drop-at-scrape':
        '불필요한 시계열을 metric_relabel_configs로 drop 하여 수집량 감소. 큐가 유지되어 밀린 샘플을 따라잡음',
      'raise-shards':
        'queue_config.max_shards 상향 (오퍼레이터는 queueConfig.maxShards), 메모리 한도도 함께 상향. 변경 시 큐가 다시 만들어지므로 그때 남아 있던 샘플은 유실됨',
      'larger-batches':
        '배치 크기 확대 (max_samples_per_send 5000~10000, capacity는 그 3~10배). 같은 샤드로 더 많이 전송',
      'watch-shards': '필요한 샤드가 한도를 계속 넘으면 알람 (PrometheusRemoteWriteDesiredShards)',
    },
  },
});
