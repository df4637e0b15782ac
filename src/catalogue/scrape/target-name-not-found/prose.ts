import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: "Target's name does not resolve",
    summary: 'The name of the target {url} is not known to the DNS: {error}',
    meaning: 'DNS answers that the name in the scrape job does not exist.',
    impact: '`up` of the target is 0 and none of its metrics arrive.',
    prevention: 'Find targets by Kubernetes discovery instead of fixed names.',
    steps: {
      'see-target': 'Read the last error of the target',
      'see-services': 'See which Services the namespace has',
      'correct-name': 'Correct the name in the job (SERVICE.NAMESPACE.svc), or deploy what it names',
      'discover-targets': 'Replace fixed names by kubernetes_sd_configs, a ServiceMonitor or a PodMonitor',
    },
  },
  ko: {
    title: '타깃 이름 조회 실패',
    summary: '{url} 타깃 이름이 DNS에 없습니다: {error}',
    meaning: '스크레이프 잡에 적힌 이름이 존재하지 않는다고 DNS가 답하는 상태입니다.',
    impact: '타깃의 `up`이 0이고 메트릭이 전혀 수집되지 않습니다.',
    prevention: '고정된 이름 대신 쿠버네티스 서비스 디스커버리로 타깃을 찾습니다.',
    steps: {
      'see-target': '타깃의 lastError 확인',
      'see-services': '네임스페이스의 Service 목록 확인',
      'correct-name': '잡의 이름 수정(SERVICE.NAMESPACE.svc) 또는 해당 서비스 배포',
      'discover-targets': '고정 이름을 kubernetes_sd_configs, ServiceMonitor, PodMonitor로 교체',
    },
  },
});
