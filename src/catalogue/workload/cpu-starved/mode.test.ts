import { expect, it } from 'vitest';
import { replayChanged } from '../../../drill/recordings.ts';
import type { Json } from '../../../evidence/transport.ts';
import { type Change, listOf } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('workload/cpu-starved', {
  says: [
    '[FIRING:1] CPUThrottlingHigh (thanos-receive monitoring thanos-receive-0 info)',
    'Processes experience elevated CPU throttling.',
    '63.21% throttling of CPU in namespace monitoring for container prometheus in pod prometheus-agent-0.',
    'alertname: ContainerCPUThrottled',
  ],
  not: {
    'level=info msg="maxprocs: Updating GOMAXPROCS=2: determined from CPU quota"': null,
    'client-side throttling, not priority and fairness, request: GET:https://10.0.0.1/api': null,
    'nr_throttled 0': null,
  },
});

/** The Compactor with a CPU limit, by default a tenth of a core: it ran for about 525 s, and used this many seconds. */
const using = (seconds: number, { cpu = '100m', later }: { cpu?: string; later?: number } = {}): Change => {
  const limited = listOf('/apis/apps/v1/statefulsets', (items) =>
    items.map((item) =>
      item.metadata.name === 'thanos-compactor'
        ? (JSON.parse(JSON.stringify(item).replace('"limits":{', `"limits":{"cpu":"${cpu}",`)) as Json)
        : item,
    ),
  );
  return (request, body) => {
    const page = /thanos-compactor-0:\d+\/proxy\/metrics(\?.*)?$/.exec(request.path);
    if (!page) return limited(request, body);
    if (page[1] !== undefined) return later === undefined ? body : `process_cpu_seconds_total ${later}\n`;
    return String(body).replace(/^process_cpu_seconds_total .*$/m, `process_cpu_seconds_total ${seconds}`);
  };
};

it('is said of a part that uses all that its limit gives', async () => {
  const { diagnosis } = await replayChanged('healthy', using(51.5));
  expect(diagnosis.causes[0]).toMatchObject({
    mode: 'workload/cpu-starved',
    component: { role: 'compactor', name: 'thanos-compactor' },
  });
});

it('and not of one that has room left', async () => {
  const { diagnosis } = await replayChanged('healthy', using(35));
  expect(diagnosis).toMatchObject({ verdict: 'healthy', causes: [] });
});

it('what it uses just now counts more than what it used since its start', async () => {
  const throttled = async (later: number) => {
    const { diagnosis } = await replayChanged('cluster-03-silent', using(1, { cpu: '2', later }));
    return diagnosis.findings.find(
      ({ type, subject }) =>
        type === 'cpu-throttled' && JSON.stringify(subject).includes('"thanos-compactor"'),
    )?.state;
  };
  expect(await throttled(1000)).toBe('present');
  expect(await throttled(1)).toBe('absent');
});
