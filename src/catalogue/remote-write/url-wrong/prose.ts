import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Remote-write URL is wrong',
    summary: '{kind} {name} writes to {url}; it should be {suggestion} instead of {has}.',
    brief: '{kind} {name} writes to {url}, and what answers there takes no samples.',
    meaning:
      "Host, port or path in the writer's remote-write URL is not that of the target, which exists elsewhere.",
    impact: 'No sample of this writer arrives. They wait in its queue until the WAL drops them.',
    prevention:
      'Generate the URL for all clusters from one source, and check after a change that samples arrive.',
    steps: {
      'see-url':
        'Look at the remote_write section of its configuration (ConfigMap, Secret or custom resource)',
      'set-url':
        'Correct the URL. An Agent whose URL changes sends from now on: what was not sent before is lost',
      'one-source': 'Generate the URL of all clusters from one place',
    },
  },
  ko: {
    title: 'Remote Write URL 오류',
    summary: '{kind} {name} 전송 URL: {url}. 잘못된 부분 {has}, 올바른 값 {suggestion}',
    brief: '{kind} {name} 전송 URL: {url}. 응답하는 서버가 샘플을 받는 대상이 아닙니다.',
    meaning: '전송 URL의 호스트, 포트, 경로가 실제 대상과 다른 상태입니다. 대상은 다른 곳에 존재합니다.',
    impact: '이 에이전트의 샘플이 전혀 도착하지 않습니다. WAL에서 삭제될 때까지 큐에 쌓입니다.',
    prevention: '모든 클러스터의 URL을 한 곳에서 생성하고, 변경 후 샘플 도착을 확인합니다.',
    steps: {
      'see-url': '설정의 remote_write 항목 확인 (ConfigMap, Secret, 커스텀 리소스)',
      'set-url': 'URL 수정. URL이 바뀐 에이전트는 그 시점부터 전송하므로 그전에 못 보낸 샘플은 유실됨',
      'one-source': '모든 클러스터의 URL을 한 곳에서 생성',
    },
  },
});
