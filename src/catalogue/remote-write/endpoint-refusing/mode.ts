import { kubectl, resource } from '../../commands.ts';
import { farEnd } from '../../far-end.ts';
import { defineMode } from '../../mode.ts';
import { samplesArrive } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'remote-write/endpoint-refusing',
  level: 'surface',
  beneath: [
    'workload/scaled-to-zero',
    'workload/oom-killed',
    'network/service-selector-mismatch',
    'network/service-port-mismatch',
  ],
  basis: 'lab',
  whose: 'client',
  signs: [{ finding: 'remote-write-refused', chance: 0.97, speaks: true }],
  breaks: 'nothing-sent',
  isOutside: (situation) => farEnd(situation) === 'outside',
  // Where the far end is a part of the fleet and could be looked at, the cause is found there or nowhere.
  applies: (situation) => farEnd(situation) !== 'seen',
  immediate: [
    {
      id: 'see-log',
      commands: ({ component }) => [kubectl(component, 'logs', resource(component), '--tail=50')],
    },
    { id: 'ask-owner' },
  ],
  permanent: [{ id: 'watch-endpoint' }],
  verify: [samplesArrive],
});
