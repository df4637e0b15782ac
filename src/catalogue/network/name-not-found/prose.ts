import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Name does not exist',
    summary: '{kind} {name} sends to a name that DNS does not know: {error}',
    meaning:
      'DNS answers, and says that the name does not exist: the record was removed, never made, or is in another zone.',
    impact: 'The client cannot connect. Samples wait in its queue until the WAL drops them.',
    prevention:
      'Make DNS records with the Ingress or Service that they lead to (external-dns), and watch them.',
    steps: {
      'see-name': 'Check the name in the configuration of the client',
      'add-record': 'Make the DNS record, or enter the name that exists',
      'watch-name': 'Let the record follow the Ingress or Service by itself',
    },
  },
  ko: {
    title: '존재하지 않는 이름',
    summary: '{kind} {name} 전송 대상 이름이 DNS에 없습니다: {error}',
    meaning:
      'DNS는 응답하지만 해당 이름이 없다고 답하는 상태입니다. 레코드가 삭제됐거나, 만든 적이 없거나, 다른 존에 있습니다.',
    impact: '클라이언트가 연결할 수 없습니다. 샘플은 WAL에서 삭제될 때까지 큐에 쌓입니다.',
    prevention: 'DNS 레코드를 Ingress나 Service와 함께 관리(external-dns)하고 감시합니다.',
    steps: {
      'see-name': '클라이언트 설정의 이름 확인',
      'add-record': 'DNS 레코드 생성 또는 존재하는 이름으로 수정',
      'watch-name': '레코드가 Ingress나 Service를 자동으로 따라가도록 구성',
    },
  },
});
