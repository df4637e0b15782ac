import { kubectl } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { rolloutDone, samplesArrive } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'workload/quota-exceeded',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [
    { finding: 'quota-refuses', chance: 0.98, speaks: true },
    { finding: 'pods-not-ready', chance: 0.9, alternative: true },
    { finding: 'rollout-stalled', chance: 0.9, alternative: true },
  ],
  breaks: 'down',
  applies: ({ has }) => !has('dns-silent'),
  immediate: [
    {
      id: 'see-quota',
      commands: ({ component }) => [kubectl(component, 'describe', 'resourcequotas,limitranges')],
    },
    {
      id: 'see-refusal',
      commands: ({ component }) => [
        kubectl(
          component,
          'get',
          'events',
          '--field-selector=reason=FailedCreate',
          '--sort-by=.lastTimestamp',
        ),
      ],
    },
    { id: 'make-room' },
  ],
  permanent: [{ id: 'surge-room' }, { id: 'watch-quota' }],
  verify: [rolloutDone, samplesArrive],
});
