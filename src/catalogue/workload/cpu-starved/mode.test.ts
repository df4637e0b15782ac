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
