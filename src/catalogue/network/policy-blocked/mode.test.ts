import { describe, expect, it } from 'vitest';
import { replay, replayChanged } from '../../../drill/recordings.ts';
import { changes, describeChanged, listAnswer, logOf } from '../../changed.testing.ts';
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
    'AccessDenied: explicit deny in bucket policy denied s3:PutObject': 'objstore/access-denied',
    'ts=2026-11-21T07:11:22Z caller=queue_manager.go level=warn msg="Failed to send batch, retrying" err="Post \\"http://10.1.0.4:30091/api/v1/receive\\": dial tcp 10.1.0.4:30091: i/o timeout"':
      'network/firewall-blocked',
  },
});

const POLICY = {
  metadata: { name: 'only-dns', namespace: 'sopel', creationTimestamp: '2026-11-21T07:00:00Z' },
  spec: {
    podSelector: {},
    policyTypes: ['Egress'],
    egress: [{ ports: [{ protocol: 'UDP', port: 53 }] }],
  },
};

// An agent whose packets get no answer, in a namespace whose policy lets only lookups out.
describeChanged('network/policy-blocked', {
  from: 'agent-name-not-found',
  change: changes(
    logOf(
      /pods\/vokmu-gunorjin/,
      'ts=2026-11-21T07:11:22.022Z level=warn component=remote msg="Failed to send batch, retrying" err="Post \\"http://10.65.0.10:31280/api/v1/receive\\": dial tcp 10.65.0.10:31280: i/o timeout"',
    ),
    listAnswer(/muvune/, '/apis/networking.k8s.io/v1/networkpolicies', POLICY),
  ),
  at: { role: 'agent', cluster: 'muvune-haguxi', name: 'only-dns' },
  hidden: /networkpolicies/,
});

// The policy is there, and what fails is something else: a policy alone proves nothing.
describe('network/policy-blocked', () => {
  it.each(['healthy', 'agent-name-not-found'])('is not claimed for a policy alone: %s', async (name) => {
    const { diagnosis } = await replayChanged(name, (request, body) =>
      request.path.includes('/networkpolicies?') ? { items: [POLICY] } : body,
    );
    expect(diagnosis.causes.filter(({ mode }) => mode === 'network/policy-blocked')).toEqual([]);
  });
});

// Nobody listed the policies: that is no sign that there is none, even where DNS has no pod that could be judged.
describe('network/policy-blocked where policies could not be listed', () => {
  it.each([
    ['a recording without them', 'cluster-03-silent'],
    ['a recording without them, and DNS that runs', 'agent-name-not-found'],
  ])('is neither claimed nor ruled out: %s', async (_, name) => {
    const { diagnosis } = await replay(name);
    expect(diagnosis.ruledOut.map(({ mode }) => mode)).not.toContain('network/policy-blocked');
    expect(diagnosis.causes.map(({ mode }) => mode)).not.toContain('network/policy-blocked');
    const states = diagnosis.findings
      .filter(({ type }) => type === 'policy-denies')
      .map(({ state }) => state);
    expect(states).not.toContain('absent');
    expect(diagnosis.blindSpots.map(({ what }) => what)).toContain('networkPolicies');
  });

  it('is ruled out only where they were listed', async () => {
    const listed = listAnswer(/./, '/apis/networking.k8s.io/v1/networkpolicies');
    const states = async (blind?: RegExp) => {
      const { diagnosis } = await replayChanged('cluster-03-silent', listed, ({ path }) =>
        Boolean(blind?.test(path)),
      );
      return diagnosis.findings.filter(({ type }) => type === 'policy-denies').map(({ state }) => state);
    };
    expect(await states()).toEqual(['absent']);
    expect(await states(/networkpolicies/)).toEqual(['unknown']);
  });
});
