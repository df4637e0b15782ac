import { logs } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { samplesArrive } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'receive/grpc-message-too-large',
  level: 'root',
  basis: 'contract',
  whose: 'subject',
  signs: [{ finding: 'forward-message-too-large', chance: 0.98, speaks: true }],
  breaks: 'not-replicated',
  immediate: [
    {
      id: 'see-size',
      commands: ({ component, facts }) => [logs(component, facts, '--since=10m')],
    },
    { id: 'smaller-batches' },
  ],
  permanent: [{ id: 'raise-proxy' }, { id: 'update' }],
  verify: [samplesArrive],
});
