import type { Json } from '../../../evidence/transport.ts';
import { changes, describeChanged, objectsAre, targetsFail } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('scrape/target-unready', {
  says: [
    '  NotReadyAddresses:  10.244.0.7,10.244.0.8',
    '      "notReadyAddresses": [',
    '"__meta_kubernetes_pod_ready": "false",',
    '__meta_kubernetes_endpointslice_endpoint_conditions_ready="false"',
  ],
  not: {
    '  NotReadyAddresses:  <none>': null,
    '"__meta_kubernetes_pod_ready":"true"': null,
  },
});

/** The application's pod runs and has not been ready for minutes. */
function unready(object: Json): Json {
  const pod = object as { metadata: { name: string }; status: Record<string, Json> };
  if (!pod.metadata.name.startsWith('shop-')) return object;
  const conditions = [{ type: 'Ready', status: 'False', lastTransitionTime: '2026-11-21T08:30:00Z' }];
  return { ...pod, status: { ...pod.status, conditions } } as Json;
}

describeChanged('scrape/target-unready', {
  from: 'healthy',
  change: changes(
    objectsAre('cluster-02', /\/api\/v1\/pods\?/, unready),
    targetsFail(
      'cluster-02',
      ':8080',
      'Get "http://10.64.11.4:8080/metrics": dial tcp 10.64.11.4:8080: connect: connection refused',
    ),
  ),
  at: { role: 'target', cluster: 'cluster-02', name: 'shop' },
  hidden: /prometheus-agent-0:9090\/proxy\//,
});
