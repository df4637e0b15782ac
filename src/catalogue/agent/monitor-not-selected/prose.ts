import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Monitor is not selected, or selects nothing',
    summary: '{monitor} is there and leads to no target: {detail}',
    meaning:
      'A ServiceMonitor or PodMonitor exists; its labels or namespace do not fit the selector of the agent, or its own selector, namespaces or port name do not fit the Service.',
    impact: 'The metrics of it do not exist, and no target shows that they are missing.',
    prevention:
      'Let the agent select all monitors of the namespaces that it may see, and check port names in CI.',
    steps: {
      'compare-selectors':
        'Compare labels and namespace of the monitor with serviceMonitorSelector, podMonitorSelector and their namespace selectors',
      'compare-ports':
        "Compare selector, namespaceSelector and port name of the monitor with the labels and port names of the Service; a monitor's port is a name, not a number",
      'set-label': 'Correct the label, the namespace selector or the port name',
      'select-all': 'An empty selector ({}) takes all monitors; none at all takes nothing',
    },
  },
  ko: {
    title: '모니터 미선택 또는 대상 불일치',
    summary: '{monitor}: 있으나 타깃으로 이어지지 않습니다. {detail}',
    meaning:
      'ServiceMonitor나 PodMonitor는 있지만 레이블이나 네임스페이스가 에이전트 셀렉터와 맞지 않거나, 모니터의 셀렉터, 네임스페이스, 포트 이름이 Service와 맞지 않는 상태입니다.',
    impact: '메트릭이 없고, 빠졌다는 사실도 타깃 목록에 나타나지 않습니다.',
    prevention:
      '에이전트가 허용된 네임스페이스의 모니터를 모두 선택하게 하고, 포트 이름을 CI에서 검사합니다.',
    steps: {
      'compare-selectors':
        '모니터의 레이블과 네임스페이스를 serviceMonitorSelector, podMonitorSelector 및 네임스페이스 셀렉터와 비교',
      'compare-ports':
        '모니터의 selector, namespaceSelector, 포트 이름을 Service의 레이블, 포트 이름과 비교 (모니터의 port는 번호가 아니라 이름)',
      'set-label': '레이블, 네임스페이스 셀렉터 또는 포트 이름 수정',
      'select-all': '빈 셀렉터({})는 모든 모니터를 선택하고, 셀렉터가 없으면 아무것도 선택하지 않음',
    },
  },
});
