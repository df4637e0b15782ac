import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'ServiceMonitor or PodMonitor is missing',
    summary: '{name} scrapes by monitors, and none is there for {target}',
    meaning:
      'The operator makes the scrape jobs from ServiceMonitors and PodMonitors, and there is none for what should be scraped.',
    impact: 'The metrics of it do not exist, and no target shows that they are missing.',
    prevention: 'Ship the monitor in the chart of the application, and alert with absent() on its job.',
    steps: {
      'list-monitors': 'See which monitors exist, in all namespaces',
      'create-monitor': 'Create the ServiceMonitor (or PodMonitor) with the labels that the agent selects',
      'same-chart': 'Deploy the monitor together with the application, from Git',
    },
  },
  ko: {
    title: 'ServiceMonitor 또는 PodMonitor 없음',
    summary: '{name}: {target} 수집용 모니터가 없습니다.',
    meaning:
      '오퍼레이터는 ServiceMonitor와 PodMonitor로 스크레이프 잡을 만드는데, 수집 대상의 모니터가 없는 상태입니다.',
    impact: '메트릭이 없고, 빠졌다는 사실도 타깃 목록에 나타나지 않습니다.',
    prevention: '모니터를 애플리케이션 차트에 포함하고 잡별 absent() 알람을 설정합니다.',
    steps: {
      'list-monitors': '전체 네임스페이스의 모니터 목록 확인',
      'create-monitor': '에이전트 셀렉터에 맞는 레이블로 ServiceMonitor 또는 PodMonitor 생성',
      'same-chart': '모니터를 애플리케이션과 함께 Git으로 배포',
    },
  },
});
