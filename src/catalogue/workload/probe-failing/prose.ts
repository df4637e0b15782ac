import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Probe never passes',
    summary: '{kind} {name} runs, but its probe does not pass: {words}',
    meaning:
      'The process runs, and the kubelet does not get the answer that the probe wants: a wrong port, path or scheme, too little time, or a process that is up and not ready.',
    impact:
      'A pod that is not Ready is no endpoint: Services send nothing there. A failing liveness or startup probe restarts it again and again.',
    prevention:
      "Use the programs' own ready paths (Prometheus and Thanos /-/ready on the HTTP port, Grafana /api/health), and a startup probe for whatever replays data.",
    steps: {
      'see-answer': 'Read what the probe got: refused, a status, or a timeout',
      'see-probe': 'Compare its port, path and scheme with what the process serves',
      'see-logs': 'If the answer is 503: the process itself says in its log what it waits for',
      'undo-rollout': 'If it came with an update, go back to the template before',
      'right-probe':
        'Correct the probe; for Receive, Store and Query it is the HTTP port (10902), not the port of remote write or gRPC',
      'startup-probe':
        'Give a long replay time with a startup probe, not with a liveness probe of many failures',
    },
  },
  ko: {
    title: '프로브 통과 실패',
    summary: '{kind} {name} 파드가 실행 중이나 프로브를 통과하지 못합니다: {words}',
    meaning:
      '프로세스는 실행 중이나 kubelet이 프로브가 기대하는 응답을 받지 못하는 상태입니다. 포트, 경로, 스킴이 다르거나, 시간이 부족하거나, 프로세스가 아직 준비되지 않았습니다.',
    impact:
      'Ready가 아닌 파드는 엔드포인트에서 제외되어 트래픽을 받지 못합니다. liveness, startup 프로브가 실패하면 재시작이 반복됩니다.',
    prevention:
      '프로그램이 제공하는 준비 경로(Prometheus, Thanos는 HTTP 포트의 /-/ready, Grafana는 /api/health)를 쓰고, 데이터를 재생하는 프로그램에는 startup 프로브를 둡니다.',
    steps: {
      'see-answer': '프로브가 받은 응답 확인 (연결 거부, 상태 코드, 타임아웃)',
      'see-probe': '프로브의 포트, 경로, 스킴과 실제 프로세스 비교',
      'see-logs': '503이면 프로세스가 무엇을 기다리는지 로그에서 확인',
      'undo-rollout': '업데이트와 함께 시작됐으면 이전 템플릿으로 롤백',
      'right-probe':
        '프로브 수정 (Receive, Store, Query는 Remote Write나 gRPC 포트가 아니라 HTTP 포트 10902)',
      'startup-probe': '재생 시간이 길면 liveness 실패 횟수를 늘리지 말고 startup 프로브로 시간 확보',
    },
  },
});
