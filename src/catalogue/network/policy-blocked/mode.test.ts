import { describeTexts } from '../../texts.testing.ts';

describeTexts('network/policy-blocked', {
  says: [
    'xx drop (Policy denied) flow 0x0 to endpoint 1234, ifindex 12, file bpf_lxc.c:2033, , identity 5511->9021: 10.0.1.7:43210 -> 10.0.2.9:19291 tcp SYN',
    'Nov 21 07:11:22.022: monitoring/agent-0:43210 (ID:5511) <> monitoring/thanos-receive-0:19291 (ID:9021) policy-verdict:none INGRESS DENIED (TCP Flags: SYN)',
    '{"flow":{"verdict":"DROPPED","drop_reason_desc":"POLICY_DENIED","IP":{"source":"10.0.1.7"}}}',
    'WARN: 2026/11/21 07:11:22.022 TCP connection from 10.32.0.7:56648 to 10.32.0.11:19291 blocked by Weave NPC.',
    'kernel: calico-packet: IN=cali123 OUT=eth0 SRC=10.1.1.2 DST=10.1.2.3 PROTO=TCP DPT=19291',
  ],
  not: {
    'AccessDenied: explicit deny in bucket policy denied s3:PutObject': null,
    'ts=2026-11-21T07:11:22Z caller=queue_manager.go level=warn msg="Failed to send batch, retrying" err="Post \\"http://10.1.0.4:30091/api/v1/receive\\": dial tcp 10.1.0.4:30091: i/o timeout"':
      'network/firewall-blocked',
  },
});
