import { configCommand, kubectl, resource } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { samplesArrive } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'remote-write/protocol-mismatch',
  level: 'root',
  basis: 'lab',
  whose: 'client',
  signs: [
    { finding: 'remote-write-protocol-refused', chance: 0.95, speaks: true, alternative: true },
    { finding: 'remote-write-protocol-differs', chance: 0.95, speaks: true, alternative: true },
  ],
  breaks: 'samples-refused',
  immediate: [
    {
      id: 'see-log',
      commands: ({ component }) => [kubectl(component, 'logs', resource(component), '--tail=50')],
    },
    { id: 'set-protocol', commands: ({ component, facts }) => [configCommand(component, facts)] },
  ],
  permanent: [{ id: 'receiver-first' }],
  verify: [samplesArrive],
});
