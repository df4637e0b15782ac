import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Configuration refused',
    summary: '{kind} {name} refuses its configuration and ends: {words}',
    meaning:
      'The process reads its configuration, rules or flags at the start, cannot make sense of them, and exits.',
    impact: 'The pod crash-loops. Pods that were started before the change run on until they restart.',
    prevention: 'Check configurations in CI with the program that reads them, and roll out one pod first.',
    steps: {
      'see-words': 'Read what the process said before it ended',
      'mend-config':
        'Correct the place that it names: in the ConfigMap or Secret, or in the flags of the workload',
      'roll-back': 'Or go back to the template that worked',
      restart: 'Start it again with the corrected configuration',
      'check-in-ci': 'Check every change in CI before it reaches a cluster',
      promtool: 'The command that checks a Prometheus configuration',
    },
  },
  ko: {
    title: '설정 오류로 기동 거부',
    summary: '{kind} {name} 프로세스가 설정을 거부하고 종료됩니다: {words}',
    meaning: '프로세스가 시작할 때 설정, 룰, 플래그를 읽지 못해 종료하는 상태입니다.',
    impact: '파드가 CrashLoop에 빠집니다. 변경 전에 시작된 파드는 재시작 전까지 계속 동작합니다.',
    prevention: '설정은 실제로 읽는 프로그램으로 CI에서 검사하고, 파드 하나에 먼저 배포합니다.',
    steps: {
      'see-words': '종료 직전 로그 확인',
      'mend-config': '로그가 가리키는 위치 수정: ConfigMap, Secret 또는 워크로드 플래그',
      'roll-back': '또는 정상 동작하던 템플릿으로 롤백',
      restart: '수정한 설정으로 재시작',
      'check-in-ci': '배포 전에 CI에서 모든 변경 검사',
      promtool: 'Prometheus 설정 검사 명령',
    },
  },
});
