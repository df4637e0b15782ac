import { describeChanged, wordsAre } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('agent/external-labels-duplicate', {
  says: [
    'ts=2025-01-01T00:00:00Z level=warn component=endpointset msg="found duplicate storeEndpoints producer (sidecar or ruler). This is not advised as it will malform data in in the same bucket" address=10.0.0.2:10901 extLset="{cluster=\\"edge\\"}" duplicates=2',
    '[FIRING:1] ClusterIdentityShared cluster-02: 2 clusters send under this one name',
  ],
  not: {
    'external_labels: {cluster: cluster-01}': null,
  },
});

describeChanged('agent/external-labels-duplicate', {
  from: 'healthy',
  change: wordsAre(
    'cluster-02',
    /\/status\/config|\/configmaps\/prometheus-agent/,
    'cluster: cluster-02',
    'cluster: cluster-01',
  ),
  at: { role: 'agent', cluster: 'cluster-02', name: 'prometheus-agent' },
  hidden: /\/status\/config|\/configmaps\//,
});
