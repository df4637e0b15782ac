import { defineFindings } from '../kind.ts';
import { combined, NOT_CONNECTED } from '../shared/combined-texts.ts';

/** What Alertmanager says around the error of a notification. The last is in the error itself, also in its API. */
const NOTIFY = ['notify for alerts failed', 'notify attempt failed', 'notify retry canceled'] as const;

/** What receivers answer when they do not take a notification. */
const REFUSED: readonly string[] = [
  'unexpected status code 4',
  'error response from slack',
  'auth: 5',
  'auth: unencrypted connection',
  'unexpected server challenge',
  'command: 5',
  'delivery failure: 5',
  'does not advertise the starttls extension',
  'telegram: bad request',
  'telegram: unauthorized',
  'telegram: forbidden',
  'telegram: not found',
  'channel_not_found',
  'invalid_auth',
];

/** Alerts that are routed nowhere by everybody's default configuration. */
const ALWAYS_MUTED: readonly string[] = ['watchdog', 'infoinhibitor'];

/** Names that people give to the receiver that tells nobody; it has no configuration. */
const NOBODY = ['null', 'none', 'blackhole', 'black-hole', 'devnull', '/dev/null'] as const;

export const alertmanager = defineFindings({
  'notification-undelivered': {
    leak: 1e-4,
    sentence: {
      en: '{subject}: the host of a receiver cannot be reached',
      ko: '{subject}: 알림 수신처에 연결 불가',
    },
    texts: {
      holds: 'lasting',
      roles: ['alertmanager'],
      lines: combined(NOTIFY, NOT_CONNECTED, {
        lacks: ['unexpected status code', 'x509:'],
        source: 'alertmanager notify/notify.go, dispatch/dispatch.go; go net',
      }),
      over: [{ has: ['notify success'], source: 'alertmanager notify/notify.go' }],
    },
  },
  'notification-refused': {
    leak: 1e-4,
    sentence: {
      en: '{subject}: a receiver refuses the notifications',
      ko: '{subject}: 수신처가 알림을 거부',
    },
    texts: {
      holds: 'lasting',
      roles: ['alertmanager'],
      lines: [
        {
          has: ['cancelling notify retry', 'unrecoverable error'],
          source: 'alertmanager notify/notify.go: before 0.21',
        },
        ...combined(NOTIFY, REFUSED, { source: 'alertmanager notify/util.go, slack, email, telegram' }),
        // Bridges between Alertmanager and a chat, and what chats and pagers answer themselves.
        ...combined(NOTIFY, ['unexpected status code 5'], {
          source: 'alertmanager notify/util.go: who answers is reached',
        }),
        {
          has: ['message delivery failed', 'returned http error 4'],
          source: 'Microsoft Teams: the answer of an incoming webhook',
        },
        { has: ['request body is not processable'], source: 'Opsgenie API: 422' },
        {
          has: ['notify retry canceled due to unrecoverable error'],
          lacks: ['dial tcp', 'i/o timeout', 'context canceled', 'context deadline exceeded', 'template'],
          source: 'alertmanager notify/notify.go',
        },
      ],
      over: [{ has: ['notify success'], source: 'alertmanager notify/notify.go' }],
    },
  },
  'notifications-failing': {
    leak: 1e-3,
    sentence: {
      en: '{subject}: notifications fail',
      ko: '{subject}: 알림 전송 실패',
    },
    texts: {
      holds: 'pasted',
      lines: [
        {
          has: ['alertmanagerfailedtosendalerts'],
          isAlert: true,
          source: 'alertmanager-mixin alerts.libsonnet',
        },
        {
          has: ['alertmanagerclusterfailedtosendalerts'],
          isAlert: true,
          source: 'alertmanager-mixin alerts.libsonnet',
        },
      ],
    },
  },
  'alerts-muted': {
    leak: 1e-4,
    sentence: {
      en: '{subject}: alerts are muted',
      ko: '{subject}: 알람이 음소거됨',
    },
    texts: {
      holds: 'pasted',
      lines: [
        {
          has: ['"silencedby":["'],
          lacks: ALWAYS_MUTED,
          source: 'alertmanager api/v2/openapi.yaml: alertStatus',
        },
        // Pretty-printed, the list of an alert that no silence mutes ends on its line.
        { has: ['"silencedby": ['], lacks: [']'], source: 'alertmanager api/v2/openapi.yaml: alertStatus' },
        {
          has: ['notifications will not be sent for muted alerts'],
          lacks: ['inhibition'],
          source: 'alertmanager notify/mute.go (0.28 and newer)',
        },
        {
          has: ['"name":"alertname"', '"isregex":true', '"value":".*"'],
          source: 'alertmanager api/v2/openapi.yaml: a silence of every alert',
        },
        {
          has: ['"name":"alertname"', '"isregex":true', '"value":".+"'],
          source: 'alertmanager api/v2/openapi.yaml: a silence of every alert',
        },
        ...['alertname=~".*"', 'alertname=~".+"'].map((matcher) => ({
          has: [matcher] as [string],
          lacks: ['expr', 'alerts{', 'namespace=', 'severity='],
          source: 'alertmanager cli/silence_query.go: a silence of every alert',
        })),
        ...NOBODY.flatMap((name) => [
          {
            has: [`"receivers":[{"name":"${name}"}]`] as [string],
            lacks: ALWAYS_MUTED,
            source: 'alertmanager api/v2/openapi.yaml: gettableAlert',
          },
          {
            has: [`receiver: ${name}`, '{', 'env'] as [string, ...string[]],
            lacks: ALWAYS_MUTED,
            source: 'alertmanager cli/routing.go: amtool config routes',
          },
          {
            has: [`receiver":"${name}"`, '"env'] as [string, ...string[]],
            lacks: ALWAYS_MUTED,
            source: 'alertmanager config/config.go: Route',
          },
        ]),
      ],
    },
  },
  'alerts-undelivered': {
    leak: 1e-4,
    sentence: {
      en: '{subject}: alerts reach no Alertmanager',
      ko: '{subject}: 알람이 Alertmanager에 도달하지 않음',
    },
    texts: {
      holds: 'lasting',
      roles: ['prometheus', 'ruler'],
      lines: [
        { has: ['error sending alert', 'alertmanager'], source: 'prometheus notifier/manager.go' },
        {
          has: ['alert notification queue full'],
          source: 'prometheus notifier/manager.go; thanos pkg/alert',
        },
        {
          has: ['alert batch larger than queue'],
          source: 'prometheus notifier/manager.go; thanos pkg/alert',
        },
        { has: ['sending alerts failed'], source: 'thanos pkg/alert/alert.go' },
        { has: ['failed to send alerts to all alertmanagers'], source: 'thanos pkg/alert/alert.go' },
        { has: ['"activealertmanagers":[]'], source: 'prometheus web/api/v1: GET /api/v1/alertmanagers' },
        { has: ['"activealertmanagers": []'], source: 'prometheus web/api/v1, pretty-printed' },
        {
          has: ['prometheus_notifications_alertmanagers_discovered 0'],
          source: 'prometheus notifier: metrics page',
        },
        { has: ['no alertmanager configured'], source: 'thanos cmd/thanos/rule.go' },
        ...[
          'prometheusnotconnectedtoalertmanagers',
          'prometheuserrorsendingalertstoanyalertmanager',
          'prometheuserrorsendingalertstosomealertmanagers',
          'prometheusnotificationqueuerunningfull',
        ].map((alert) => ({
          has: [alert] as [string],
          isAlert: true,
          source: 'prometheus-mixin alerts.libsonnet',
        })),
        ...[
          'thanosrulequeueisdroppingalerts',
          'thanosrulesenderisfailingalerts',
          'thanosrulealertmanagerhighdnsfailures',
        ].map((alert) => ({
          has: [alert] as [string],
          isAlert: true,
          source: 'thanos mixin/alerts/rule.libsonnet',
        })),
      ],
    },
  },
  'peers-unreachable': {
    leak: 1e-3,
    sentence: {
      en: '{subject}: the Alertmanagers do not see each other',
      ko: '{subject}: Alertmanager 피어 간 연결 끊김',
    },
    texts: {
      // At the first start the peers are not there yet: live, the metrics tell.
      holds: 'pasted',
      roles: ['alertmanager'],
      lines: [
        { has: ['unable to join gossip mesh'], source: 'alertmanager cmd/alertmanager/main.go' },
        { has: ['failed to join cluster'], source: 'alertmanager cluster/cluster.go' },
        {
          has: ['component=cluster', 'refresh', 'failure', 'addr='],
          source: 'alertmanager cluster/cluster.go (logfmt)',
        },
        {
          has: ['"component":"cluster"', 'refresh', 'failure', '"addr"'],
          source: 'alertmanager cluster/cluster.go (JSON)',
        },
        { has: ['msg=reconnect', 'result=failure'], source: 'alertmanager cluster/cluster.go' },
        { has: ['"reconnect"', '"result":"failure"'], source: 'alertmanager cluster/cluster.go (JSON)' },
        { has: ['memberlist: failed to join'], source: 'hashicorp/memberlist memberlist.go' },
        { has: ['has failed, no acks received'], source: 'hashicorp/memberlist state.go' },
        { has: ['as failed, suspect timeout reached'], source: 'hashicorp/memberlist state.go' },
        { has: ['memberlist: failed fallback tcp ping'], source: 'hashicorp/memberlist state.go' },
        { has: ['over tcp but udp probes failed'], source: 'hashicorp/memberlist state.go' },
        { has: ['memberlist: push/pull with', 'failed'], source: 'hashicorp/memberlist state.go' },
        { has: ['found conflicting peer ids'], source: 'alertmanager cluster/delegate.go' },
        {
          has: ['alertmanagermembersinconsistent'],
          isAlert: true,
          source: 'alertmanager-mixin alerts.libsonnet',
        },
        {
          has: ['alertmanagerclusterfailedpeers'],
          isAlert: true,
          source: 'alertmanager-mixin alerts.libsonnet',
        },
      ],
      over: [{ has: ['peer rejoined'], source: 'alertmanager cluster/cluster.go' }],
    },
  },
});
