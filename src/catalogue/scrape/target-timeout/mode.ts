import { kubectl, scrapeTargets } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { targetUp } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'scrape/target-timeout',
  level: 'surface',
  beneath: [
    'network/policy-blocked',
    'network/firewall-blocked',
    'workload/cpu-starved',
    'workload/probe-failing',
  ],
  basis: 'lab',
  whose: 'subject',
  signs: [{ finding: 'scrape-timed-out', chance: 0.97, speaks: true }],
  breaks: null,
  isOutside: ({ finding }) => finding('scrape-timed-out')?.facts.outside === 1,
  immediate: [
    { id: 'see-target', commands: scrapeTargets },
    { id: 'see-pods', commands: ({ component }) => [kubectl(component, 'get', 'pods', '-o', 'wide')] },
    {
      id: 'see-policies',
      commands: ({ component }) => [kubectl(component, 'get', 'networkpolicies', '-o', 'wide')],
    },
    { id: 'give-time' },
  ],
  permanent: [{ id: 'fewer-metrics' }],
  verify: [targetUp],
});
