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
