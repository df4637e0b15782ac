import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Tenant limit of Receive refuses writes',
    summary: '{kind} {name} refuses writes of tenant {tenant}: limit {limit}.',
    meaning:
      'Receive has limits per tenant: for active series (answered with 429) and for the size, series and samples of one request (413).',
    impact:
      'With 429 the writers queue and retry; with 413 they drop the batch, so samples are lost for good.',
    prevention:
      'Set limits with room above the normal use, watch how near each tenant is, and let batches be smaller than the request limits.',
    steps: {
      'see-tenant': 'See which tenant is above which limit',
      'find-growth':
        'Find what grew: the metrics with the most series of that tenant; a runaway label is mended at its source',
      'raise-limit':
        'If the growth is wanted, raise the limit in the file of --receive.limits-config-file; it is read again by itself',
      'fit-batches':
        'For 413: lower max_samples_per_send of the writers below the limit, or raise the limit of requests',
      'watch-limit': 'Alert at 80 % of the limit (thanos_receive_head_series_limit)',
    },
  },
  ko: {
    title: 'Receive 테넌트 한도 초과',
    summary: '{kind} {name}: 테넌트 {tenant} 쓰기 거부, 한도 {limit}',
    meaning:
      'Receive에는 테넌트별 한도가 있습니다. 활성 시리즈 한도는 429로, 요청 하나의 크기·시리즈·샘플 한도는 413으로 응답합니다.',
    impact: '429면 에이전트가 큐에 쌓고 재시도합니다. 413이면 해당 배치를 버리므로 샘플이 영구히 사라집니다.',
    prevention:
      '평소 사용량보다 여유 있게 한도를 잡고 테넌트별 사용률을 감시하며, 배치를 요청 한도보다 작게 설정합니다.',
    steps: {
      'see-tenant': '어느 테넌트가 어느 한도를 넘었는지 확인',
      'find-growth':
        '늘어난 원인 찾기: 해당 테넌트에서 시리즈가 가장 많은 메트릭. 급증한 레이블은 발생한 쪽에서 수정',
      'raise-limit': '필요한 증가라면 --receive.limits-config-file 파일의 한도 상향 (자동으로 다시 읽음)',
      'fit-batches': '413이면 에이전트의 max_samples_per_send를 한도보다 낮추거나 요청 한도 상향',
      'watch-limit': '한도의 80%에서 알림 설정 (thanos_receive_head_series_limit)',
    },
  },
});
