import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Remote-write endpoint refuses',
    summary: 'Nothing listens where {kind} {name} sends to: {error}',
    meaning:
      'The host answers that no program listens on the port. The far end is outside of what could be looked at.',
    impact: 'No sample of this writer arrives. They wait in its queue until the WAL drops them.',
    prevention: 'Watch the endpoint from the side of the writer, and agree on an alert with whoever runs it.',
    steps: {
      'see-log': 'Read what the writer says of its batches',
      'ask-owner': 'Check the endpoint with whoever runs it: is the program up, does it listen on this port?',
      'watch-endpoint': "Alert on the age of the newest sent sample (the queue's highest sent timestamp)",
    },
  },
  ko: {
    title: 'Remote Write 대상 연결 거부',
    summary: '{kind} {name} 전송 대상 포트에서 수신하는 프로그램이 없습니다: {error}',
    meaning: '호스트가 연결을 거부합니다. 상대편은 확인 가능한 범위 밖에 있습니다.',
    impact: '이 에이전트의 샘플이 전혀 도착하지 않습니다. WAL에서 삭제될 때까지 큐에 쌓입니다.',
    prevention: '전송하는 쪽에서 대상을 감시하고, 운영 주체와 알람을 합의합니다.',
    steps: {
      'see-log': '전송 실패 로그 확인',
      'ask-owner': '대상 운영 주체와 확인: 프로그램 실행 여부, 해당 포트 수신 여부',
      'watch-endpoint': '마지막 전송 샘플 시각(queue highest sent timestamp) 기준 알람 설정',
    },
  },
});
