import { kubectl, resource } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { rolloutDone, samplesArrive } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'workload/cpu-starved',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [
    { finding: 'cpu-throttled', chance: 0.95, speaks: true },
    // Its own server answers too late for the kubelet.
    { finding: 'probe-unpassed', chance: 0.3, alternative: true },
    { finding: 'scrape-timed-out', chance: 0.5, alternative: true },
    { finding: 'pods-not-ready', chance: 0.2, alternative: true },
  ],
  // It works, more slowly: what follows depends on who waits for it.
  breaks: 'slows',
  applies: ({ has }) => !has('dns-silent'),
  immediate: [
    { id: 'see-use', commands: ({ component }) => [kubectl(component, 'top', 'pod', '--containers')] },
    {
      id: 'see-nodes',
      commands: ({ component }) => [kubectl({ ...component, namespace: null }, 'top', 'nodes')],
    },
    {
      id: 'raise-limit',
      commands: ({ component }) => [
        kubectl(component, 'set', 'resources', resource(component), '--limits=cpu=CPUS'),
      ],
    },
  ],
  permanent: [{ id: 'request-share' }, { id: 'spread-load' }],
  verify: [rolloutDone, samplesArrive],
});
