import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Target is not Ready',
    summary: 'The pods of {kind} {name} are there and not Ready: {detail}',
    meaning: 'The application is deployed, and none of its pods is Ready: its Service leads to no endpoint.',
    impact: 'Nothing is scraped of it, and its alerts fire until it is ready.',
    prevention:
      'Alert on the readiness of the application itself, so that its alert comes before that of the scrape.',
    steps: {
      'see-pods': 'See which pods are not ready',
      'see-events': 'See why: the probe, its events, a container that keeps ending',
      silence:
        'Where its team knows: a silence with an end for its alerts. Do not change the external labels of the whole cluster for it',
      'fix-probe': 'Correct what keeps it from being ready, or its probe',
    },
  },
  ko: {
    title: '타깃 준비 안 됨',
    summary: '{kind} {name}: 파드가 있으나 Ready가 아닙니다. {detail}',
    meaning: '애플리케이션은 배포됐지만 Ready 파드가 없어 Service 엔드포인트가 비어 있는 상태입니다.',
    impact: '메트릭이 수집되지 않고, 준비될 때까지 알람이 계속 울립니다.',
    prevention: '애플리케이션의 준비 상태 알람을 따로 두어 스크레이프 알람보다 먼저 알 수 있게 합니다.',
    steps: {
      'see-pods': 'Ready가 아닌 파드 확인',
      'see-events': '원인 확인: 프로브, 이벤트, 반복 종료되는 컨테이너',
      silence:
        '담당 팀이 아는 상태라면 종료 시각이 있는 silence 설정. 이를 위해 클러스터 전체의 external labels를 바꾸지 않음',
      'fix-probe': '준비를 막는 원인 또는 프로브 수정',
    },
  },
});
