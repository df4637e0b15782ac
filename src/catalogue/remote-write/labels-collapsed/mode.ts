import { configCommand } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { samplesArrive } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'remote-write/labels-collapsed',
  level: 'root',
  basis: 'lab',
  whose: 'client',
  signs: [
    { finding: 'write-labels-collapse', chance: 0.98, speaks: true },
    // Rare beside two writers: a candidate where the rules could not be seen.
    { finding: 'remote-write-duplicate-samples', chance: 0.2, speaks: true, alternative: true },
    { finding: 'remote-write-out-of-order', chance: 0.2, alternative: true },
  ],
  breaks: 'series-overlap',
  immediate: [
    { id: 'see-rules', commands: ({ component, facts }) => [configCommand(component, facts)] },
    { id: 'remove-rule' },
  ],
  permanent: [{ id: 'aggregate' }, { id: 'test-rules' }],
  verify: [samplesArrive],
});
