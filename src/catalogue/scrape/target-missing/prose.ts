import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'A scrape job has no target',
    summary: 'Nothing is there to be scraped by the job {job}: {detail}',
    meaning:
      'A job that is configured finds no target, or the application that it should scrape is not deployed.',
    impact:
      'The metrics of this application do not exist. An alert on `up == 0` does not see it: there is no `up` at all.',
    prevention:
      'Deploy an application and its scrape job together, and alert with `absent()` on each job that must be there.',
    steps: {
      'see-target': 'See which targets the job has, and their last errors',
      'see-workloads':
        'See whether the application and its Service exist in the namespace that the job names',
      deploy: 'Deploy the application, or correct the namespace, selector or name in the job',
      declare:
        'A job for an application that is still to come: keep it switched off, and write down whose it is and until when',
      'alert-absent': 'Alert with absent() on the `up` of each job',
    },
  },
  ko: {
    title: '스크레이프 잡에 타깃 없음',
    summary: '잡 {job}: 수집할 대상이 없습니다. {detail}',
    meaning: '설정된 잡이 타깃을 찾지 못하거나, 수집할 애플리케이션이 배포되지 않은 상태입니다.',
    impact:
      '해당 애플리케이션의 메트릭이 없습니다. `up` 시계열 자체가 없어 `up == 0` 알람으로는 감지되지 않습니다.',
    prevention: '애플리케이션과 스크레이프 잡을 함께 배포하고, 필수 잡마다 `absent()` 알람을 설정합니다.',
    steps: {
      'see-target': '잡의 타깃 목록과 lastError 확인',
      'see-workloads': '잡이 가리키는 네임스페이스에 애플리케이션과 Service가 있는지 확인',
      deploy: '애플리케이션 배포 또는 잡의 네임스페이스, 셀렉터, 이름 수정',
      declare: '아직 배포 전인 애플리케이션의 잡은 꺼 두고 담당자와 기한 기록',
      'alert-absent': '잡별 `up`에 absent() 알람 설정',
    },
  },
});
