import { describeChanged, itemsOf } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('workload/missing', {
  says: [
    'Error from server (NotFound): statefulsets.apps "thanos-receive" not found',
    'Error from server (NotFound): deployments.apps "thanos-query" not found',
    '{"kind":"Status","status":"Failure","message":"daemonsets.apps \\"fluent-bit\\" not found","reason":"NotFound","code":404}',
    'Error from server (NotFound): prometheusagents.monitoring.coreos.com "edge" not found',
    'ThanosReceive has disappeared. Prometheus target for the component cannot be discovered.',
    '[FIRING:1] ThanosQueryIsDown (thanos-query critical)',
  ],
  not: {
    'Error from server (NotFound): pods "thanos-receive-0" not found': null,
    'Error from server (NotFound): deployments.extensions "x" is deprecated': null,
    'No resources found in monitoring namespace.': null,
    'deployment.apps/thanos-query configured': null,
  },
});

// The StatefulSet that has no pods is gone altogether: its Service is left.
describeChanged('workload/missing', {
  from: 'receive-scaled-to-zero',
  change: itemsOf(/^\/apis\/apps\/v1\/statefulsets\?/, (item) =>
    item.metadata.name === 'thanos-receive' ? [] : [item],
  ),
  at: { role: 'receive', cluster: 'cluster-01' },
  hidden: /^\/apis\/apps\/v1\//,
});
