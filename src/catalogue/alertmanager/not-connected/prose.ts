import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Alerts reach no Alertmanager',
    summary: '{kind} {name} evaluates alerts and reaches no Alertmanager: {words}',
    meaning:
      'Alerting rules fire in a Prometheus or Ruler, but no Alertmanager is configured or discovered, it does not answer, or it refuses (a wrong path prefix, the removed v1 API, TLS).',
    impact: 'No alert arrives, whatever breaks. The queue fills and the oldest alerts are dropped.',
    prevention:
      "Watch prometheus_notifications_alertmanagers_discovered from outside, and keep a dead man's switch.",
    steps: {
      'see-alerting':
        'Read which address is tried and what it answers; none at all means that nothing is configured or discovered',
      'see-services': 'Check that the Service of Alertmanager exists and has ready endpoints',
      'mend-alerting':
        'Correct alerting.alertmanagers (Prometheus), spec.alerting (operator), or --alertmanagers.url (Ruler); the API version is v2 since Alertmanager 0.27',
      'watch-notifications':
        'Alert on dropped notifications, and on silence of the Watchdog alert outside the cluster',
      'no-errors': 'The log has no failed alert any more',
    },
  },
  ko: {
    title: 'Alertmanager 미연결',
    summary: '알람을 평가하지만 Alertmanager에 보내지 못합니다: {name} ({words})',
    meaning:
      'Prometheus 또는 Ruler에서 알람 룰이 발생해도 Alertmanager가 설정되지 않았거나, 발견되지 않았거나, 응답하지 않거나, 거부하는 상태입니다(잘못된 경로 접두사, 제거된 v1 API, TLS).',
    impact: '무엇이 고장 나도 알람이 오지 않습니다. 큐가 차면 오래된 알람부터 버려집니다.',
    prevention:
      "prometheus_notifications_alertmanagers_discovered를 외부에서 감시하고 dead man's switch를 둡니다.",
    steps: {
      'see-alerting': '시도하는 주소와 응답 확인 (주소가 없으면 미설정 또는 미발견)',
      'see-services': 'Alertmanager Service와 Ready 엔드포인트 확인',
      'mend-alerting':
        'alerting.alertmanagers(Prometheus), spec.alerting(Operator), --alertmanagers.url(Ruler) 수정. Alertmanager 0.27부터 API는 v2만 지원',
      'watch-notifications': '버려진 알람과 클러스터 밖에서 본 Watchdog 침묵에 알람 설정',
      'no-errors': '로그에 알람 전송 실패가 더 없는지 확인',
    },
  },
});
