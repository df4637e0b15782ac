import { configCommand, logs } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { samplesArrive } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'receive/tenant-unrouted',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [{ finding: 'tenant-without-hashring', chance: 0.98, speaks: true }],
  breaks: 'writes-refused',
  immediate: [
    {
      id: 'see-tenant',
      commands: ({ component, facts }) => [logs(component, facts, '--since=10m')],
    },
    { id: 'add-tenant', commands: ({ component, facts }) => [configCommand(component, facts)] },
  ],
  permanent: [{ id: 'default-ring' }],
  verify: [samplesArrive],
});
