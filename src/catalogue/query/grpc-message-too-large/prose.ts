import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Answer exceeds the gRPC limit',
    summary: '{kind} {name} gets or gives an answer that is larger than a gRPC message may be.',
    meaning:
      'One message between Query and a store is above the limit of the receiver: 4 MiB by default in gRPC itself, in proxies and in older parts; Thanos today allows 2 GiB.',
    impact: 'Queries over many series fail, often only those without a narrow selector.',
    prevention: 'Bound series and labels, and know the limits of everything that gRPC passes through.',
    steps: {
      'see-limit': 'See in the log whose limit it is: the two numbers are the size and the limit',
      'narrow-query': 'Ask with a narrower selector or a shorter range until it is repaired',
      'raise-limit':
        'Raise the limit of the part or proxy that refuses (its gRPC maximum of received messages), and update parts that are older than the others',
      'fewer-series': 'Drop labels and metrics that nobody asks for',
      'no-refusals': 'The query that failed is answered, and the log shows no further refusals',
    },
  },
  ko: {
    title: 'gRPC 메시지 한도 초과',
    summary: '{kind} {name}: 응답이 gRPC 메시지 한도보다 큽니다.',
    meaning:
      'Query와 스토어 사이의 메시지 하나가 받는 쪽 한도를 넘은 상태입니다. gRPC와 프록시, 오래된 버전의 기본값은 4 MiB이고, 현재 Thanos는 2 GiB까지 허용합니다.',
    impact: '시계열이 많은 쿼리가 실패합니다. 조건이 좁지 않은 쿼리만 실패하는 경우가 많습니다.',
    prevention: '시계열과 레이블 수를 제한하고, gRPC가 지나는 모든 구간의 한도를 파악합니다.',
    steps: {
      'see-limit': '로그에서 어느 쪽 한도인지 확인 (두 숫자는 메시지 크기와 한도)',
      'narrow-query': '고칠 때까지 조건을 좁히거나 기간을 줄여 조회',
      'raise-limit': '거부한 컴포넌트나 프록시의 gRPC 수신 메시지 한도 상향, 오래된 버전 업데이트',
      'fewer-series': '조회하지 않는 레이블과 메트릭 제거',
      'no-refusals': '실패했던 쿼리 응답 확인, 로그에 추가 거부 없음 확인',
    },
  },
});
