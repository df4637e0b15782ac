import { kubectl, resource } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { rolloutDone, samplesArrive } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'storage/io-error',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [
    { finding: 'io-failing', chance: 0.97, speaks: true },
    { finding: 'container-crashing', chance: 0.7, alternative: true },
    { finding: 'pods-not-ready', chance: 0.7, alternative: true },
    { finding: 'no-ready-pods', chance: 0.5, alternative: true },
  ],
  // Its own manifest says that it may not write.
  applies: ({ has }) => !has('volume-unwritable'),
  breaks: 'cannot-write',
  immediate: [
    {
      id: 'see-node',
      commands: ({ component }) => [
        kubectl(component, 'get', 'pods', '-o', 'wide'),
        kubectl(component, 'exec', resource(component), '--', 'mount'),
      ],
    },
    { id: 'read-kernel' },
    { id: 'move-away' },
  ],
  permanent: [{ id: 'replicate' }, { id: 'watch-disks' }],
  verify: [rolloutDone, samplesArrive],
});
