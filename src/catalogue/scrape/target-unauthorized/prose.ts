import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Target refuses the identity of the scrape',
    summary: 'The target {url} refuses the scrape: {error}',
    meaning: 'The target answers 401 (no or wrong credentials) or 403 (the identity lacks the right).',
    impact: '`up` of the target is 0 and none of its metrics arrive.',
    prevention:
      'Read credentials from a file or a Secret that is rotated for both sides, and give the agent a ClusterRole for what it scrapes.',
    steps: {
      'see-target': 'Read the last error of the target',
      'see-identity':
        'See which credentials the job uses (authorization, basic_auth, oauth2, tls_config) and which the target wants',
      'give-identity':
        'Give the job the credentials; for a kubelet or an API server a ClusterRole with get on nodes/metrics and on the URL /metrics',
      rotate:
        'Use credentials_file or a token that the kubelet renews, so that rotation needs no change of configuration',
    },
  },
  ko: {
    title: '타깃 인증 거부',
    summary: '{url} 타깃이 스크레이프를 거부했습니다: {error}',
    meaning: '타깃이 401(인증 정보 없음 또는 불일치) 또는 403(권한 부족)으로 답하는 상태입니다.',
    impact: '타깃의 `up`이 0이고 메트릭이 전혀 수집되지 않습니다.',
    prevention:
      '인증 정보는 양쪽이 함께 교체하는 파일이나 Secret에서 읽고, 에이전트에 필요한 ClusterRole을 부여합니다.',
    steps: {
      'see-target': '타깃의 lastError 확인',
      'see-identity': '잡의 인증 설정(authorization, basic_auth, oauth2, tls_config)과 타깃 요구 사항 비교',
      'give-identity':
        '잡에 인증 정보 설정. kubelet과 API 서버는 nodes/metrics와 /metrics URL에 get 권한이 있는 ClusterRole 필요',
      rotate: 'credentials_file 또는 자동 갱신 토큰을 사용해 교체 시 설정 변경이 없도록 구성',
    },
  },
});
