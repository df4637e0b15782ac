import { expect, it } from 'vitest';
import { replayChanged } from '../../../drill/recordings.ts';
import { type Change, describeChanged, wordsAre } from '../../changed.testing.ts';
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

it('is said where all clusters of a fleet took one name, and samples of the names before are still there', async () => {
  const renamed = (name: string) =>
    wordsAre(
      name,
      /\/status\/config|\/configmaps\/prometheus-agent/,
      `cluster: ${name}`,
      'cluster: cluster-01',
    );
  const both: Change = (request, body) =>
    renamed('cluster-03')(request, renamed('cluster-02')(request, body));
  const { diagnosis } = await replayChanged('healthy', both);
  const shared = diagnosis.causes.filter(({ mode }) => mode === 'agent/external-labels-duplicate');
  expect(shared.map(({ component }) => component.cluster).sort()).toEqual(['cluster-02', 'cluster-03']);
});
