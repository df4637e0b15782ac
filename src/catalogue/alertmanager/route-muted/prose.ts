import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Alerts are muted',
    summary: 'Alertmanager {name} mutes alerts: by a silence or by a route to a receiver that tells nobody.',
    meaning:
      'Alerts fire and reach Alertmanager, which is told not to tell anybody: a silence that was forgotten or covers far too much, or a route (such as env="test" to the receiver null) that real clusters now match.',
    impact: 'Nobody is paged for what is muted, however long it lasts.',
    prevention:
      'Mute by a silence with an end, an author and a comment; never by changing external labels, which makes every series new and mutes the whole cluster.',
    steps: {
      'see-silences': 'List the silences: who made each, until when, and what it matches',
      'see-routes': 'See where the labels of the alert lead: the first route that matches decides',
      'end-silence': 'End a silence that nobody needs any more; ask its author first',
      'mend-route':
        'Narrow the route to the null receiver, or give the cluster the env label back that it had',
      'silence-with-end': 'For planned work use amtool silence add with --duration, --author and --comment',
      'test-routes': 'Test in CI that critical alerts of real environments reach a person',
      'alerts-active': 'The alerts are listed as active, not suppressed',
    },
  },
  ko: {
    title: '알람 음소거',
    summary: '사일런스 또는 아무에게도 보내지 않는 라우트가 알람을 음소거하고 있습니다: {name}',
    meaning:
      '알람이 Alertmanager까지 도달하지만 전달하지 않도록 설정된 상태입니다. 잊힌 사일런스나 범위가 너무 넓은 사일런스, 또는 실제 클러스터까지 해당되는 라우트(env="test"를 null 수신처로 보내는 등)가 원인입니다.',
    impact: '음소거된 알람은 얼마나 지속되든 아무에게도 전달되지 않습니다.',
    prevention:
      '음소거는 종료 시각, 작성자, 사유가 있는 사일런스로 합니다. external label을 바꾸면 모든 시리즈가 새로 생기고 클러스터 전체가 음소거됩니다.',
    steps: {
      'see-silences': '사일런스 목록 확인: 작성자, 종료 시각, 매처',
      'see-routes': '알람 레이블이 어느 라우트로 가는지 확인 (먼저 일치하는 라우트가 적용됨)',
      'end-silence': '필요 없어진 사일런스 종료 (작성자 확인 후)',
      'mend-route': 'null 수신처 라우트의 범위를 좁히거나 클러스터의 env 레이블을 원래대로 복원',
      'silence-with-end': '계획 작업은 amtool silence add에 --duration, --author, --comment를 지정해 음소거',
      'test-routes': '실제 환경의 critical 알람이 담당자에게 가는지 CI에서 시험',
      'alerts-active': '알람이 suppressed가 아닌 active로 표시되는지 확인',
    },
  },
});
