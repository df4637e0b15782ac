import { describeChanged } from '../../changed.testing.ts';
import { withPart } from '../../parts.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('alertmanager/peers-unreachable', {
  says: [
    'ts=2026-11-21T10:00:00Z caller=cluster.go:472 level=warn component=cluster msg=refresh result=failure addr=10.1.2.3:9094 err="1 error occurred:\\n\\t* Failed to join 10.1.2.3:9094: dial tcp 10.1.2.3:9094: i/o timeout"',
    '{"time":"2026-11-21T10:00:00Z","level":"WARN","msg":"failure","component":"cluster","msg":"refresh","addr":"10.1.2.3:9094","err":"dial tcp 10.1.2.3:9094: connect: no route to host"}',
    'level=debug component=cluster memberlist="2026/11/21 10:00:00 [INFO] memberlist: Suspect 01HX has failed, no acks received"',
    'level=debug component=cluster memberlist="[WARN] memberlist: Was able to connect to 01HX over TCP but UDP probes failed, network may be misconfigured"',
    'alertname="AlertmanagerMembersInconsistent" severity="critical"',
    'time=2026-11-21T10:00:00Z level=WARN source=main.go:354 msg="unable to join gossip mesh" err="2 errors occurred"',
  ],
  not: {
    'level=info component=cluster msg="gossip settled; proceeding" elapsed=10.002s': null,
    'level=info component=cluster msg="Waiting for gossip to settle..." interval=2s': null,
  },
});

describeChanged('alertmanager/peers-unreachable', {
  from: 'healthy',
  change: withPart({
    cluster: 'cluster-01',
    namespace: 'monitoring',
    name: 'alerts',
    image: 'quay.io/prometheus/alertmanager:v0.28.1',
    replicas: 3,
    answers: {
      '/metrics': 'alertmanager_cluster_members 1\nalertmanager_cluster_failed_peers 2\n',
      '/api/v2/': [],
    },
  }),
  at: { role: 'alertmanager', name: 'alerts' },
  hidden: /\/pods/,
});
