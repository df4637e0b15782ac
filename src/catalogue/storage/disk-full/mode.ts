import { kubectl, resource } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { samplesArrive } from '../../shared-steps.ts';
import { claimOf } from '../claims.ts';

export const mode = defineMode({
  id: 'storage/disk-full',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [
    // What a kubelet measured says more than what a process met.
    { finding: 'disk-filling', chance: 0.8, speaks: true, alternative: true },
    { finding: 'disk-full', chance: 0.9, speaks: true, alternative: true },
    { finding: 'container-crashing', chance: 0.7, alternative: true },
    { finding: 'pods-not-ready', chance: 0.7, alternative: true },
    { finding: 'no-ready-pods', chance: 0.5, alternative: true },
  ],
  breaks: 'cannot-write',
  variant: ({ has, finding }) =>
    has('disk-full') || Number(finding('disk-filling')?.facts.used ?? 0) >= 97 ? 'full' : 'filling',
  immediate: [
    {
      id: 'see-space',
      commands: ({ component }) => [
        kubectl(component, 'exec', resource(component), '--', 'df', '-h'),
        kubectl(component, 'get', 'pvc'),
      ],
    },
    {
      id: 'grow-claim',
      commands: (context) => [
        kubectl(
          context.component,
          ...['patch', 'pvc', claimOf(context), '--type=merge', '-p'],
          '{"spec":{"resources":{"requests":{"storage":"SIZE"}}}}',
        ),
      ],
    },
    { id: 'keep-less' },
  ],
  permanent: [{ id: 'find-growth' }, { id: 'watch-space' }],
  verify: [
    {
      id: 'space-free',
      commands: ({ component }) => [kubectl(component, 'exec', resource(component), '--', 'df', '-h')],
    },
    samplesArrive,
  ],
});
