import { configCommand, kubectl, resource } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { samplesArrive } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'remote-write/auth-rejected',
  level: 'root',
  basis: 'lab',
  whose: 'client',
  signs: [
    { finding: 'remote-write-unauthorized', chance: 0.98, speaks: true },
    { finding: 'remote-write-rejected', chance: 0.9, speaks: true },
  ],
  breaks: 'samples-refused',
  immediate: [
    {
      id: 'see-log',
      commands: ({ component }) => [kubectl(component, 'logs', resource(component), '--tail=50')],
    },
    { id: 'see-config', commands: ({ component, facts }) => [configCommand(component, facts)] },
    { id: 'renew-secret' },
  ],
  permanent: [{ id: 'from-file' }, { id: 'watch-expiry' }],
  verify: [samplesArrive],
});
