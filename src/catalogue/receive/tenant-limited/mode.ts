import { kubectl, logs, resource } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { samplesArrive } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'receive/tenant-limited',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [{ finding: 'tenant-limit-hit', chance: 0.98, speaks: true }],
  breaks: 'writes-refused',
  variant: ({ finding }) => String(finding('tenant-limit-hit')?.facts.limit ?? '') || null,
  immediate: [
    {
      id: 'see-tenant',
      commands: ({ component, facts }) => [logs(component, facts, '--since=10m')],
    },
    { id: 'find-growth' },
    {
      id: 'raise-limit',
      commands: ({ component }) => [kubectl(component, 'get', resource(component), '-o', 'yaml')],
    },
  ],
  permanent: [{ id: 'fit-batches' }, { id: 'watch-limit' }],
  verify: [samplesArrive],
});
