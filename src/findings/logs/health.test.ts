import { describe, expect, it } from 'vitest';
import { withPart } from '../../catalogue/parts.testing.ts';
import { replayChanged } from '../../drill/recordings.ts';
import type { Json } from '../../evidence/transport.ts';

const STORE = {
  ...{ cluster: 'cluster-01', namespace: 'logging', name: 'search' },
  image: 'docker.io/opensearchproject/opensearch:2.19.1',
};

async function storeSaying(health: Json | undefined, blind = false) {
  const { diagnosis } = await replayChanged(
    'healthy',
    withPart({ ...STORE, ...(health !== undefined && { answers: { '/_cluster/health': health } }) }),
    ({ path }) => blind && path.includes('_cluster'),
  );
  return { diagnosis, state: diagnosis.findings.find(({ type }) => type === 'log-store-red')?.state };
}

describe('logs/health of a log store', () => {
  it('is red where primary shards have no node, and the verdict says so without a false cause', async () => {
    const { state, diagnosis } = await storeSaying({ status: 'red', unassigned_shards: 3 });
    expect(state).toBe('present');
    expect(diagnosis.verdict).toBe('degraded');
    expect(diagnosis.causes.filter(({ confirmed }) => confirmed)).toEqual([]);
  });

  it.each(['green', 'yellow'])('is well where it says %s', async (status) => {
    const { state, diagnosis } = await storeSaying({ status });
    expect(state).toBe('absent');
    expect(diagnosis.verdict).toBe('healthy');
  });

  it('is a blind spot where it wants a password, which does not stand in the way of health', async () => {
    const { state, diagnosis } = await storeSaying(undefined, true);
    expect(state).toBe('unknown');
    expect(diagnosis.blindSpots).toContainEqual(
      expect.objectContaining({ what: 'partHealth', required: false, why: 'forbidden' }),
    );
    expect(diagnosis.verdict).toBe('healthy');
  });
});

const AT = '2026-11-21T08:30:00Z';

describe('the log of a CloudWatch agent', () => {
  const LINE =
    'E! [outputs.cloudwatchlogs] Aws error received when sending logs: AccessDeniedException: User is not authorized to perform: logs:PutLogEvents';

  const agent = (at: string, ...lines: readonly string[]) =>
    withPart({
      ...{ cluster: 'cluster-01', namespace: 'amazon-cloudwatch', name: 'agent' },
      image: 'public.ecr.aws/cloudwatch-agent/cloudwatch-agent:1.300052.0',
      log: { at, lines },
    });

  it('is read although nothing else looks sick, and names what it says again and again', async () => {
    const at = (await replayChanged('healthy', () => null)).at.toISOString();
    const { diagnosis } = await replayChanged('healthy', agent(at, LINE, LINE, LINE));
    expect(diagnosis.causes[0]).toMatchObject({
      ...{ mode: 'cloudwatch/agent-unauthorized', confirmed: true },
      component: { role: 'cloudwatch-agent' },
    });
  });

  it('says nothing of what was said long ago', async () => {
    const { diagnosis } = await replayChanged('healthy', agent(AT, LINE, LINE, LINE));
    expect(diagnosis.causes).toEqual([]);
    expect(diagnosis.verdict).toBe('healthy');
  });

  it('claims nothing where it cannot be read', async () => {
    const { diagnosis } = await replayChanged('healthy', agent(AT), ({ path }) => path.includes('/agent-'));
    expect(diagnosis.causes).toEqual([]);
    expect(diagnosis.blindSpots.map(({ what }) => what)).toContain('logs');
  });
});
