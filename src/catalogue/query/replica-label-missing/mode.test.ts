import { describeChanged, wordsOf } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('query/replica-label-missing', {
  says: [
    'execution: found duplicate series for the match group {pod=\\"a\\"} on the right hand-side of the operation: [{__name__=\\"kube_pod_info\\", prometheus_replica=\\"prometheus-1\\"}, {__name__=\\"kube_pod_info\\", prometheus_replica=\\"prometheus-0\\"}];many-to-many matching not allowed: matching labels must be unique on one side',
  ],
  not: {
    'found duplicate series for the match group {job=\\"a\\"} on the right hand-side of the operation: [{instance=\\"a\\"}, {instance=\\"b\\"}]':
      null,
  },
});

describeChanged('query/replica-label-missing', {
  from: 'healthy',
  change: wordsOf(
    /\/deployments\?|\/api\/v1\/pods\?/,
    '--query.replica-label=receive_replica',
    '--query.replica-label=replica',
  ),
  at: { role: 'query', name: 'thanos-query' },
  hidden: /\/api\/v1\/stores/,
});
