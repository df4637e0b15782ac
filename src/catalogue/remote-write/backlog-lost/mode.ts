import { kubectl, resource } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { samplesArrive } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'remote-write/backlog-lost',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [{ finding: 'remote-write-backlog-dropped', chance: 0.98, speaks: true }],
  // What was lost was lost then: nothing is broken by it now.
  breaks: null,
  immediate: [
    {
      id: 'see-log',
      commands: ({ component }) => [
        kubectl(component, 'logs', resource(component), '--previous', '--tail=50'),
        kubectl(component, 'logs', resource(component), '--tail=200'),
      ],
    },
    { id: 'mend-far-end' },
  ],
  permanent: [{ id: 'longer-flush' }, { id: 'drain-first' }, { id: 'watch-lag' }],
  verify: [samplesArrive],
});
