import { expect, it } from 'vitest';
import { describeTexts, explainLines } from '../../texts.testing.ts';

describeTexts('workload/memory-near-limit', {
  says: [
    '[FIRING:1] ContainerMemoryCritical (edge-1 monitoring thanos-receive-0)',
    'alertname = AgentHighMemory',
    '"labels": {"alertname": "ContainerMemoryHigh", "pod": "prometheus-agent-0"}',
  ],
  not: {
    'container_memory_working_set_bytes{pod="thanos-receive-0"} 8.1e+09': null,
    'Last State: Terminated  Reason: OOMKilled  Exit Code: 137': 'workload/oom-killed',
  },
});

it('a text alone never confirms it', async () => {
  const { causes } = await explainLines('alertname = ContainerMemoryCritical');
  expect(causes[0]).toMatchObject({ isSurface: true });
  expect(causes[0]?.probability).toBeLessThan(0.5);
});
