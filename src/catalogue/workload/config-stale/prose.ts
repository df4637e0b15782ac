import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'New configuration not loaded, the old one still runs',
    summary: '{kind} {name} did not take its new configuration and runs on with the old one: {words}',
    meaning:
      'The process was told to reload, could not make sense of the new configuration, and kept the one that it had. Or nobody told it: what its ConfigMap or custom resource says has not reached it for minutes.',
    impact:
      'Nothing breaks yet, and no change takes effect. The next restart reads the new configuration: if that was refused, the pod crash-loops.',
    prevention: 'Check configurations in CI with the program that reads them, and alert on refused reloads.',
    steps: {
      'see-words': 'Read what the process said of the new configuration',
      'mend-config': 'Correct the place that it names: in the ConfigMap or Secret that is mounted',
      'see-reload':
        'See what should make it reload: a reloader beside it, or its own flag. A file that is mounted with subPath is never updated',
      'load-anew': 'Let it read the new configuration: a restart does so, whatever kept the reload away',
      'no-restart': 'While it refuses the new configuration, do not restart it: it would not come up again',
      'check-in-ci': 'Check every change in CI before it reaches a cluster',
      'reload-taken': 'The log says that the configuration was loaded',
    },
  },
  ko: {
    title: '새 설정 미적용, 이전 설정으로 동작 중',
    summary: '{kind} {name} 프로세스가 새 설정을 적용하지 않고 이전 설정으로 동작 중입니다: {words}',
    meaning:
      '설정을 다시 읽으라는 요청을 받았으나 새 설정을 해석하지 못해 기존 설정을 유지하는 상태입니다. 리로드 요청 자체가 없어 ConfigMap이나 커스텀 리소스의 내용이 몇 분째 반영되지 않은 경우도 있습니다.',
    impact:
      '당장 멈추는 것은 없지만 변경한 내용이 적용되지 않습니다. 다음 재시작 때 새 설정을 읽으며, 거부된 설정이라면 CrashLoop에 빠집니다.',
    prevention: '설정은 실제로 읽는 프로그램으로 CI에서 검사하고, 리로드 실패에 알림을 겁니다.',
    steps: {
      'see-words': '새 설정에 대해 프로세스가 남긴 로그 확인',
      'mend-config': '로그가 가리키는 위치 수정: 마운트된 ConfigMap 또는 Secret',
      'see-reload':
        '리로드 방법 확인: reloader 사이드카 또는 자체 플래그. subPath로 마운트한 파일은 갱신되지 않음',
      'load-anew': '재시작으로 새 설정 적용 (리로드가 안 된 원인과 무관)',
      'no-restart': '새 설정을 거부하는 동안에는 재시작하지 않기 (다시 기동하지 못함)',
      'check-in-ci': '배포 전에 CI에서 모든 변경 검사',
      'reload-taken': '설정을 읽었다는 로그 확인',
    },
  },
});
