import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../catalogue/changed.testing.ts';
import { replay, replayChanged } from '../../drill/recordings.ts';
import type { Diagnosed } from '../../report/diagnosed.ts';

const FIREWALL = 'network/firewall-blocked';
const LINK = 'network/link-lost';

const shares = ({ diagnosis }: Diagnosed) =>
  new Map(diagnosis.causes.map(({ mode, probability }) => [mode, probability]));

describe('one way that crosses the border, and nothing on it is answered', () => {
  it('may be a rule or the link: both have a share, and a probe is named as the next look', async () => {
    const diagnosed = await replay('edge-firewall-blocked');
    const found = shares(diagnosed);
    expect(found.get(FIREWALL)).toBeGreaterThan(0.5);
    expect(found.get(FIREWALL)).toBeLessThan(0.85);
    expect(found.get(LINK)).toBeGreaterThan(0.15);
    const [first] = diagnosed.diagnosis.next;
    expect(first?.finding.type).toBe('way-closed-to-probe');
    expect(first?.finding.why).toBe('not-asked');
  });

  it('is rather the link where a host on the way says that it knows no route', async () => {
    const diagnosed = await replayChanged(
      'edge-firewall-blocked',
      wordsOf(/\/log\?/, 'context deadline exceeded', 'dial tcp 10.64.0.10:30539: connect: no route to host'),
    );
    const found = shares(diagnosed);
    expect(found.get(LINK)).toBeGreaterThan(0.5);
    expect(found.get(FIREWALL)).toBeGreaterThan(0.1);
  });

  it('is no finding about the border while the client holds a connection', async () => {
    const { diagnosis } = await replay('edge-mtu-mismatch');
    const types = diagnosis.findings.map(({ type }) => type);
    expect(types).toContain('requests-hang');
    expect(types).not.toContain('crossing-silent');
  });
});
