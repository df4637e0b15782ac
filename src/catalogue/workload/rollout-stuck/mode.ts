import { kubectl, resource } from '../../commands.ts';
import { defineMode, type Situation } from '../../mode.ts';
import { rolloutDone, samplesArrive } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'workload/rollout-stuck',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [
    { finding: 'rollout-stalled', chance: 0.95, speaks: true },
    { finding: 'pod-unschedulable', chance: 0.5, alternative: true },
    { finding: 'pods-not-ready', chance: 0.6, alternative: true },
  ],
  // The old pods go on, if there are any.
  breaks: 'down',
  // Where the new pods say themselves what is wrong with them, that is the cause.
  refutedBy: [
    'image-pull-failing',
    'config-refused',
    'config-object-absent',
    'container-oom-killed',
    'volume-unwritable',
    'quota-refuses',
    'storage-lock-held',
    'probe-unpassed',
  ],
  variant,
  applies: ({ has }) => !has('dns-silent'),
  immediate: [
    {
      id: 'see-pods',
      commands: ({ component }) => [
        kubectl(component, 'describe', resource(component)),
        kubectl(component, 'get', 'pods', '-o', 'wide'),
      ],
    },
    {
      id: 'undo-rollout',
      commands: ({ component }) => [kubectl(component, 'rollout', 'undo', resource(component))],
    },
    {
      // A StatefulSet waits for its broken pod: the pod must go before the old template is used. Its volume stays.
      id: 'delete-broken-pod',
      commands: ({ component, facts }) =>
        component.kind === 'StatefulSet' && typeof facts.pod === 'string'
          ? [kubectl(component, 'delete', 'pod', facts.pod)]
          : [],
    },
  ],
  permanent: [{ id: 'no-surge' }, { id: 'recreate' }, { id: 'gate-updates' }],
  verify: [rolloutDone, samplesArrive],
});

/** What keeps the new pods back, where it is a matter of the update itself. */
function variant({ finding }: Situation): string | null {
  const why = finding('rollout-stalled')?.facts.why;
  if (why === 'unschedulable') return 'surge-pending';
  return why === 'quota' || why === 'volume-attached' ? why : null;
}
