import { describeTexts } from '../../texts.testing.ts';

describeTexts('network/nodeport-out-of-range', {
  says: [
    'The Service "prometheus" is invalid: spec.ports[0].nodePort: Invalid value: 39090: provided port is not in the valid range. The range of valid ports is 30000-32767',
    'Error: INSTALLATION FAILED: 1 error occurred: * Service "grafana" is invalid: spec.ports[0].nodePort: Invalid value: 33000: provided port is not in the valid range. The range of valid ports is 30000-32767',
    '{"kind":"Status","status":"Failure","message":"Service \\"x\\" is invalid: spec.ports[0].nodePort: Invalid value: 8080: provided port is not in the valid range. The range of valid ports is 20000-22767","reason":"Invalid","code":422}',
    '4m  Warning  PortOutOfRange  service/thanos-receive  Port 39291 is not within the port range 30000-32767; please recreate service',
  ],
  not: {
    'spec.ports[0].nodePort: Invalid value: 30090: provided port is already allocated': null,
    'spec.clusterIPs: Invalid value: ["10.9.0.1"]: failed to allocate IP 10.9.0.1: the provided IP (10.9.0.1) is not in the valid range. The range of valid IPs is 10.96.0.0/12':
      null,
  },
});
