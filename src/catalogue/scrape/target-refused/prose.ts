import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Target refuses the connection',
    summary: 'Nothing takes the connection of the scrape at {url}: {error}',
    meaning: 'The address of the target answers that no program listens there, or breaks the connection off.',
    impact: '`up` of the target is 0 and none of its metrics arrive.',
    prevention:
      'Let the job refer to a port by its name, and test the annotation or monitor together with the application.',
    steps: {
      'see-target': 'Read the last error of the target',
      'see-pods': 'See whether the pods run and are ready',
      'see-ports': 'Compare the port that is scraped with the ports of the pods and of the Service',
      'correct-port':
        'Correct the port in the annotation, the monitor or the job; an application that listens on 127.0.0.1 only must listen on all addresses',
      'name-port': 'Give the metrics port a name, and scrape by that name',
    },
  },
  ko: {
    title: '타깃 연결 거부',
    summary: '{url} 스크레이프 연결을 받는 프로그램이 없습니다: {error}',
    meaning: '타깃 주소에서 수신하는 프로그램이 없거나 연결이 바로 끊기는 상태입니다.',
    impact: '타깃의 `up`이 0이고 메트릭이 전혀 수집되지 않습니다.',
    prevention: '잡에서 포트를 이름으로 지정하고, 어노테이션이나 모니터를 애플리케이션과 함께 검증합니다.',
    steps: {
      'see-target': '타깃의 lastError 확인',
      'see-pods': '파드 실행 및 Ready 여부 확인',
      'see-ports': '스크레이프 포트와 파드, Service 포트 비교',
      'correct-port':
        '어노테이션, 모니터 또는 잡의 포트 수정. 127.0.0.1에서만 수신하면 모든 주소에서 수신하도록 변경',
      'name-port': '메트릭 포트에 이름을 부여하고 이름으로 스크레이프',
    },
  },
});
