import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Forwarded request exceeds the gRPC limit',
    summary: '{kind} {name} cannot forward a request: {words}',
    meaning:
      'Receives hand samples to each other over gRPC. A message above the limit of the receiving side is refused. Thanos in scope has practically no limit of its own: it is mostly a proxy or mesh between them (default 4 MiB).',
    impact: 'The request is not replicated and fails; the writer retries it or drops it.',
    prevention:
      'Keep batches small, and let Receives talk to each other directly, without a proxy that limits messages.',
    steps: {
      'see-size':
        'See both sizes in the error: what was sent and what is allowed (4194304 is the default of gRPC)',
      'smaller-batches': 'Lower max_samples_per_send of the writers until the requests fit',
      'raise-proxy':
        'Raise the message limit of the proxy or mesh between the Receives, or take it out of their way',
      update: 'Run one version of Thanos on all Receives',
    },
  },
  ko: {
    title: '전달 요청이 gRPC 한도 초과',
    summary: '{kind} {name}: 요청을 전달하지 못합니다. {words}',
    meaning:
      'Receive끼리는 gRPC로 샘플을 주고받으며, 받는 쪽 한도를 넘는 메시지는 거부됩니다. 지원 범위의 Thanos 자체에는 사실상 한도가 없어, 대부분 중간의 프록시나 메시(기본 4 MiB)가 원인입니다.',
    impact: '요청이 복제되지 않고 실패하며, 에이전트가 재시도하거나 버립니다.',
    prevention: '배치를 작게 유지하고, Receive끼리는 메시지를 제한하는 프록시 없이 직접 통신하게 합니다.',
    steps: {
      'see-size': '오류에 나온 보낸 크기와 허용 크기 확인 (4194304는 gRPC 기본값)',
      'smaller-batches': '요청이 한도 안에 들어올 때까지 에이전트의 max_samples_per_send를 낮춤',
      'raise-proxy': 'Receive 사이의 프록시나 메시의 메시지 한도를 올리거나 경로에서 제외',
      update: '모든 Receive를 같은 Thanos 버전으로 통일',
    },
  },
});
