import { kubectl, resource } from '../../commands.ts';
import { defineMode } from '../../mode.ts';

export const mode = defineMode({
  id: 'query/grpc-message-too-large',
  level: 'root',
  basis: 'contract',
  whose: 'subject',
  signs: [{ finding: 'query-message-too-large', chance: 0.97, speaks: true }],
  breaks: null,
  immediate: [
    {
      id: 'see-limit',
      commands: ({ component }) => [kubectl(component, 'logs', resource(component), '--since=10m')],
    },
    { id: 'narrow-query' },
  ],
  permanent: [{ id: 'raise-limit' }, { id: 'fewer-series' }],
  verify: [
    {
      id: 'no-refusals',
      commands: ({ component }) => [kubectl(component, 'logs', resource(component), '--since=5m')],
    },
  ],
});
