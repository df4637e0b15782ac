import { defineFindings } from '../kind.ts';
import { combined, NOT_CONNECTED } from '../shared/combined-texts.ts';

export const rule = defineFindings({
  'rules-not-loaded': {
    leak: 1e-4,
    sentence: {
      en: '{subject} loads no rules although there are some',
      ko: '{subject}: 룰이 있지만 로드하지 않음',
    },
    texts: {
      holds: 'pasted',
      lines: [
        { has: ['"data":{"groups":[]'], source: 'prometheus web/api/v1: GET /api/v1/rules' },
        { has: ['"groups": []'], source: 'prometheus web/api/v1: GET /api/v1/rules, pretty-printed' },
        { has: ['no rule groups configured'], source: 'prometheus web/ui (3.x)' },
        { has: ['no rules found'], source: 'prometheus web/ui' },
        { has: ['no rules defined'], source: 'prometheus web/ui (2.x)' },
        { has: ['reload rule files', 'numfiles=0'], source: 'thanos cmd/thanos/rule.go' },
        { has: ['reload rule files', '"numfiles":0'], source: 'thanos cmd/thanos/rule.go (JSON)' },
        { has: ['retrieving rule files failed'], source: 'thanos cmd/thanos/rule.go' },
        {
          has: ['selected rules', 'rules=""'],
          source: 'prometheus-operator pkg/operator/rules.go (debug)',
        },
      ],
    },
  },
  'rule-evaluation-failing': {
    leak: 1e-4,
    sentence: { en: '{subject}: rules fail', ko: '{subject}: 룰 평가 실패' },
    texts: {
      holds: 'pasted',
      roles: ['prometheus', 'ruler'],
      lines: [
        { has: ['rule failed to evaluate'], source: 'prometheus web/ui: the page of rules' },
        {
          has: ['evaluating rule failed'],
          // A reload and a shutdown cancel what is being evaluated.
          lacks: ['context canceled'],
          source: 'prometheus rules/group.go',
        },
        { has: ['rule sample appending failed'], source: 'prometheus rules/group.go' },
        { has: ['rule evaluation result discarded'], source: 'prometheus rules/group.go' },
        { has: ['out-of-order result from rule evaluation'], source: 'prometheus rules/group.go' },
        { has: ['too old result from rule evaluation'], source: 'prometheus rules/group.go' },
        { has: ['results from rule evaluation with different value'], source: 'prometheus rules/group.go' },
        {
          has: ['vector contains metrics with the same labelset after applying'],
          source: 'prometheus rules/alerting.go, rules/recording.go',
        },
        { has: ['expanding alert template failed'], source: 'prometheus rules/alerting.go' },
        { has: ['no query api server reachable'], source: 'thanos cmd/thanos/rule.go' },
        {
          has: ['read query instant response', 'expected 2xx response'],
          source: 'thanos pkg/promclient/promclient.go: a Ruler that asks Query',
        },
        ...combined(['component=rules', '"component":"rules"'], NOT_CONNECTED, {
          lacks: ['alertmanager'],
          source: 'thanos cmd/thanos/rule.go',
        }),
        { has: ['"health":"err"'], source: 'prometheus web/api/v1: GET /api/v1/rules' },
        { has: ['"health": "err"'], source: 'prometheus web/api/v1: GET /api/v1/rules, pretty-printed' },
        ...['prometheusrulefailures', 'prometheusmissingruleevaluations'].map((alert) => ({
          has: [alert] as [string],
          isAlert: true,
          source: 'prometheus-mixin alerts.libsonnet',
        })),
        ...[
          'thanosrulehighruleevaluationfailures',
          'thanosrulehighruleevaluationwarnings',
          'thanosruleruleevaluationlatencyhigh',
          'thanosrulenoevaluationfor10intervals',
          'thanosnoruleevaluations',
        ].map((alert) => ({
          has: [alert] as [string],
          isAlert: true,
          source: 'thanos mixin/alerts/rule.libsonnet',
        })),
      ],
    },
  },
});
