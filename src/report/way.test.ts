import { describe, expect, it } from 'vitest';
import type { Cause } from '../diagnose/diagnosis.ts';
import { present } from '../findings/finding.ts';
import type { Role } from '../fleet/roles.ts';
import { clusterRef, componentRef } from '../fleet/subjects.ts';
import { isWayHit } from './way.ts';

const part = (role: Role) =>
  componentRef({ cluster: 'hub', namespace: 'm', kind: 'StatefulSet', name: role, role });

const cause = (mode: Cause['mode'], role: Role, confirmed = true): Cause => ({
  ...{ mode, variant: null, probability: 0.9, confirmed, component: part(role), severity: 'critical' },
  ...{
    since: null,
    over: null,
    change: null,
    sign: present('replicas-zero', part(role)),
    findings: [],
    explains: [],
  },
});

describe('whether the way of the samples is hit', () => {
  it.each([
    ['Receive has no replicas', [cause('workload/scaled-to-zero', 'receive')], true],
    ['an Agent does not start', [cause('workload/image-unavailable', 'agent')], true],
    ['the Service of Receive is gone', [cause('network/service-missing', 'receive')], true],
    ['Receive refuses', [cause('receive/tenant-limited', 'receive')], true],
    ['the names of the cluster are not resolved', [cause('network/dns-down', 'dns')], true],
    ['the Store has no replicas', [cause('workload/scaled-to-zero', 'store')], false],
    ['it is not confirmed', [cause('workload/scaled-to-zero', 'receive', false)], false],
    ['nothing is known', [], false],
  ])('%s: %s', (_, causes, isHit) => {
    expect(isWayHit({ causes, findings: [] })).toBe(isHit);
  });

  it('is, where a link that carries samples has something abnormal, whatever its cause', () => {
    const link = { type: 'link', kind: 'remote-write', from: part('agent'), to: part('receive') } as const;
    expect(isWayHit({ causes: [], findings: [present('remote-write-failing', link)] })).toBe(true);
    expect(isWayHit({ causes: [], findings: [present('cluster-silent', clusterRef('c'))] })).toBe(false);
  });
});
