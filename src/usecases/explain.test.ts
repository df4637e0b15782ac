import { describe, expect, it } from 'vitest';
import { explainLines } from '../catalogue/texts.testing.ts';

describe('explain', () => {
  it('never confirms by the name of an alert alone', async () => {
    for (const name of ['KubePodCrashLooping', 'KubeDeploymentReplicasMismatch', 'ThanosCompactHalted']) {
      const { causes } = await explainLines(`{"status":"firing","labels":{"alertname":"${name}"}}`);
      expect(causes.length, name).toBeGreaterThan(0);
      expect(causes.filter(({ probability }) => probability >= 0.5)).toEqual([]);
    }
  });

  it.each([
    '{"status":"resolved","alerts":[{"status":"resolved","labels":{"alertname":"ThanosCompactHalted"}}]}',
    '- alert: ThanosCompactHalted',
    'kind: ReplicaSet\nspec:\n  replicas: 0',
    '',
  ])('takes nothing for a fault that is none: %s', async (text) => {
    expect((await explainLines(text)).causes).toEqual([]);
  });

  it('shows no key that stands in a paste', async () => {
    const line =
      'msg="Failed to send batch, retrying" url=https://bob:hunter2pass@r.example/api/v1/receive err="server returned HTTP status 401 Unauthorized: x"';
    const { causes } = await explainLines(line);
    const words = JSON.stringify(causes.map(({ findings }) => findings.map(({ evidence }) => evidence)));
    expect(causes[0]?.mode.id).toBe('remote-write/auth-rejected');
    expect(words).not.toContain('hunter2pass');
  });

  it('finds a text on the border of two pieces of a line without an end', async () => {
    const { causes } = await explainLines(
      `${'x'.repeat(12 * 1024 - 20)} lock db directory: busy ${'y'.repeat(40_000)}`,
    );
    expect(causes[0]?.mode.id).toBe('agent/storage-locked');
  });

  it('says that binary data is no text', async () => {
    await expect(explainLines('PK\u0003\u0004\u0000\u0000')).rejects.toMatchObject({
      code: 'explain/binary',
    });
  });
});
