import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Receiver refuses notifications',
    summary: 'A receiver of Alertmanager {name} refuses what it sends: {words}',
    meaning:
      'The receiver answers, and says no: the token or webhook was revoked, the channel is gone or archived, the routing key is unknown, the mail server wants another login, or the payload is not what it takes.',
    impact:
      'Alerts fire and this receiver tells nobody. Alertmanager does not try again where the answer is final.',
    prevention:
      'Note who owns each token and when it ends; send a test alert after every change of receivers.',
    steps: {
      'see-log':
        'Read the answer: 401, 403 and invalid_token are the token; 404, no_service and channel_not_found the address; 400 the payload; 429 the rate',
      'renew-token':
        'Make a new token, webhook or password, put it into the Secret that Alertmanager reads, and let it reload',
      'check-config': 'Check the configuration, the template and the channel',
      'watch-failures':
        'Alert on alertmanager_notifications_failed_total by integration through another receiver',
      'owner-of-token': 'Use a token of the team and not of a person, and route 429s by grouping more',
      'test-alert': 'A test alert arrives',
    },
  },
  ko: {
    title: '수신처의 알림 거부',
    summary: '수신처가 Alertmanager의 알림을 거부합니다: {name} ({words})',
    meaning:
      '수신처가 응답하지만 거부하는 상태입니다. 토큰이나 웹훅이 폐기됐거나, 채널이 없거나 보관됐거나, 라우팅 키가 틀렸거나, 메일 서버 로그인이 다르거나, 본문 형식이 맞지 않습니다.',
    impact: '알람이 발생해도 이 수신처로는 전달되지 않습니다. 확정된 거부는 재시도하지 않습니다.',
    prevention: '토큰의 소유자와 만료일을 기록하고, 수신처를 바꿀 때마다 테스트 알람을 보냅니다.',
    steps: {
      'see-log':
        '응답 확인: 401, 403, invalid_token은 토큰, 404, no_service, channel_not_found는 주소, 400은 본문, 429는 전송량',
      'renew-token': '토큰, 웹훅, 비밀번호를 새로 만들어 Alertmanager가 읽는 Secret에 넣고 리로드',
      'check-config': '설정, 템플릿, 채널 확인',
      'watch-failures': 'alertmanager_notifications_failed_total 알람을 연동별로 만들어 다른 수신처로 전송',
      'owner-of-token': '개인이 아닌 팀 토큰을 쓰고, 429는 그룹핑을 늘려 줄임',
      'test-alert': '테스트 알람이 도착하는지 확인',
    },
  },
});
