import { configCommand } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { samplesArrive } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'agent/external-labels-duplicate',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [{ finding: 'identity-shared', chance: 0.99, speaks: true }],
  breaks: 'misattributed',
  immediate: [
    { id: 'see-labels', commands: ({ component, facts }) => [configCommand(component, facts)] },
    { id: 'set-label' },
  ],
  permanent: [{ id: 'generate' }, { id: 'alert-shared' }],
  verify: [samplesArrive],
});
