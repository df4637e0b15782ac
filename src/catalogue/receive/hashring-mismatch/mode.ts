import { configCommand, kubectl } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { rolloutDone, samplesArrive } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'receive/hashring-mismatch',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [{ finding: 'hashring-differs', chance: 0.98, speaks: true }],
  breaks: 'not-replicated',
  // A hashring that is too small for the replication leaves pods out as well.
  refutedBy: ['hashring-endpoints-few'],
  immediate: [
    {
      id: 'compare',
      commands: ({ component }) => [
        kubectl(component, 'get', `${component.kind.toLowerCase()}s,pods`, '-o', 'wide'),
      ],
    },
    {
      id: 'mend-hashring',
      commands: ({ component, facts }) => [configCommand(component, facts)],
    },
  ],
  permanent: [{ id: 'controller' }],
  verify: [rolloutDone, samplesArrive],
});
