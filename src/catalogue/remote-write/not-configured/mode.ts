import { configCommand } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { samplesArrive } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'remote-write/not-configured',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [
    { finding: 'remote-write-absent', chance: 0.98, speaks: true },
    // The first versions of the agent mode refuse to start without one.
    { finding: 'container-crashing', chance: 0.3, alternative: true },
    { finding: 'config-refused', chance: 0.3, alternative: true },
  ],
  // Mended in its object already, which does not run: then that is it.
  applies: ({ finding }) => finding('remote-write-absent')?.facts.isOld !== 1,
  breaks: 'nothing-sent',
  immediate: [
    { id: 'see-config', commands: ({ component, facts }) => [configCommand(component, facts)] },
    { id: 'add-remote-write' },
  ],
  permanent: [{ id: 'one-source' }],
  verify: [samplesArrive],
});
