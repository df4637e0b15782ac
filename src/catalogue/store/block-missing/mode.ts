import { kubectl, logs, resource } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { rolloutDone } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'store/block-missing',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [
    { finding: 'block-gone', chance: 0.98, speaks: true, alternative: true },
    // A Store tells only the one who asks: Query, which passes it on in its answer.
    { finding: 'store-reads-failing', chance: 0.9, speaks: true, alternative: true },
  ],
  breaks: null,
  immediate: [
    {
      id: 'see-block',
      commands: ({ component, facts }) => [logs(component, facts, '--since=30m')],
    },
    { id: 'who-deleted' },
    {
      id: 'sync-now',
      commands: ({ component }) => [kubectl(component, 'rollout', 'restart', resource(component))],
    },
  ],
  permanent: [{ id: 'delete-delay' }, { id: 'protect-bucket' }],
  verify: [rolloutDone],
});
