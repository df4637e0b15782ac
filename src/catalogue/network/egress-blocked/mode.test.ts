import { changes, describeChanged, listAnswer, logOf, replacedEverywhere } from '../../changed.testing.ts';
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

// The same, with an address of the outside world.
describeChanged('network/egress-blocked', {
  from: 'endpoint-refusing',
  change: changes(
    replacedEverywhere('10.65.0.1:9009', '203.0.113.7:9009'),
    logOf(
      /pods\/vokmu-gunorjin/,
      'ts=2026-11-21T07:11:22.022Z level=warn component=remote msg="Failed to send batch, retrying" err="Post \\"http://203.0.113.7:9009/api/v1/push\\": dial tcp 203.0.113.7:9009: i/o timeout"',
    ),
    listAnswer(/./, '/apis/networking.k8s.io/v1/networkpolicies'),
  ),
  at: { role: 'agent', cluster: 'muvune-haguxi', name: 'vokmu-gunorjin' },
  hidden: /\/log\?/,
});
