import { describeTexts } from '../../texts.testing.ts';

describeTexts('agent/monitor-missing', {
  says: [
    'Error from server (NotFound): servicemonitors.monitoring.coreos.com "node-exporter" not found',
    'podmonitors.monitoring.coreos.com "shop" not found',
  ],
  not: {
    'error: the server doesn\'t have a resource type "servicemonitors"': null,
    'Error from server (NotFound): customresourcedefinitions.apiextensions.k8s.io "servicemonitors.monitoring.coreos.com" not found':
      null,
    'servicemonitor.monitoring.coreos.com/node-exporter created': null,
  },
});
