import { configCommand, kubectl, resource } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { samplesArrive } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'remote-write/labels-rejected',
  level: 'root',
  basis: 'lab',
  whose: 'client',
  signs: [
    { finding: 'remote-write-labels-refused', chance: 0.98, speaks: true },
    { finding: 'remote-write-conflict', chance: 0.9, speaks: true, alternative: true },
    { finding: 'remote-write-rejected', chance: 0.9, speaks: true, alternative: true },
  ],
  breaks: 'samples-partly-refused',
  immediate: [
    {
      id: 'see-log',
      commands: ({ component }) => [kubectl(component, 'logs', resource(component), '--tail=50')],
    },
    { id: 'see-rules', commands: ({ component, facts }) => [configCommand(component, facts)] },
    { id: 'drop-series' },
  ],
  permanent: [{ id: 'legacy-names' }, { id: 'limit-labels' }],
  verify: [samplesArrive],
});
