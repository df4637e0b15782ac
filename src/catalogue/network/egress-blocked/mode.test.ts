import { describeTexts } from '../../texts.testing.ts';

describeTexts('network/egress-blocked', {
  says: [
    'level=error msg="request failed" err="Post \\"https://sts.amazonaws.com/\\": dial tcp 52.94.241.129:443: i/o timeout"',
    'Get "https://grafana.com/api/plugins": dial tcp 34.120.177.193:443: connect: network is unreachable',
    'err="Post \\"https://mimir.example.com/api/v1/push\\": proxyconnect tcp: dial tcp 10.0.0.9:3128: i/o timeout"',
    'curl: (56) CONNECT tunnel failed, response 403',
    '1763708400.123 0 10.42.1.7 TCP_DENIED/403 3900 CONNECT hooks.example.com:443 - HIER_NONE/- text/html',
  ],
  not: {
    'dial tcp 10.1.0.4:30091: i/o timeout': 'network/firewall-blocked',
  },
});
