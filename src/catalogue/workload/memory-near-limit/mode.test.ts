import { expect, it } from 'vitest';
import { replayChanged } from '../../../drill/recordings.ts';
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

it('is said of a part whose process holds nearly all that it may, and never confirmed', async () => {
  const { diagnosis } = await replayChanged('healthy', (request, body) =>
    typeof body === 'string' && /thanos-store|store/.test(request.path) && request.path.endsWith('/metrics')
      ? body
          .replace(/^process_resident_memory_bytes .*$/m, 'process_resident_memory_bytes 5.2e+08')
          .replace(/^go_memstats_sys_bytes .*$/m, 'go_memstats_sys_bytes 5.3e+08')
          .replace(/^go_memstats_heap_released_bytes .*$/m, 'go_memstats_heap_released_bytes 0')
      : body,
  );
  expect(diagnosis.causes[0]).toMatchObject({ mode: 'workload/memory-near-limit', confirmed: false });
  expect(diagnosis.causes[0]?.component.role).toBe('store');
});
