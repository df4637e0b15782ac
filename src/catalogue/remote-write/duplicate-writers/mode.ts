import { configCommand, kubectl } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { samplesArrive } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'remote-write/duplicate-writers',
  level: 'root',
  basis: 'lab',
  whose: 'client',
  signs: [
    { finding: 'remote-write-duplicate-samples', chance: 0.95, speaks: true, alternative: true },
    { finding: 'writers-identical', chance: 0.95, speaks: true, alternative: true },
    { finding: 'remote-write-out-of-order', chance: 0.6, alternative: true },
    { finding: 'remote-write-conflict', chance: 0.9, speaks: true, alternative: true },
    { finding: 'remote-write-rejected', chance: 0.9, speaks: true, alternative: true },
  ],
  refutedBy: ['write-labels-collapse'],
  // Two clusters under one name send the same series as well.
  toldBy: ({ has }) => (has('writers-identical') ? [] : ['identity-shared']),
  breaks: 'series-overlap',
  immediate: [
    { id: 'see-writers', commands: ({ component }) => [kubectl(component, 'get', 'pods', '-o', 'wide')] },
    { id: 'see-labels', commands: ({ component, facts }) => [configCommand(component, facts)] },
    { id: 'stop-second' },
  ],
  permanent: [{ id: 'replica-label' }, { id: 'deduplicate' }],
  verify: [samplesArrive],
});
