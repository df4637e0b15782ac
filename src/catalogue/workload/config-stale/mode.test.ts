import { expect, it } from 'vitest';
import { replay } from '../../../drill/recordings.ts';
import { describeMode } from '../../recorded.testing.ts';

describeMode('workload/config-stale', { sick: ['agent-config-stale'], hidden: /\/metrics$/ });

it('says which field was refused, and in which ConfigMap', async () => {
  const { diagnosis } = await replay('agent-config-stale');
  const cause = diagnosis.causes[0];
  expect(cause?.sign.facts.words).toContain('field remote_wrtie not found');
  expect(cause?.change?.what).toBe(`ConfigMap ${cause?.sign.facts.configMap}`);
});
