import { configCommand } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { samplesArrive } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'agent/external-labels-missing',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [{ finding: 'identity-missing', chance: 0.99, speaks: true }],
  // Mended in its object already, which does not run: then that is it.
  applies: ({ finding }) => finding('identity-missing')?.facts.isOld !== 1,
  breaks: 'unattributed',
  immediate: [
    {
      id: 'see-labels',
      commands: ({ component, facts }) => [configCommand(component, facts)],
    },
    { id: 'set-label' },
  ],
  permanent: [{ id: 'lint' }],
  verify: [samplesArrive],
});
