import { kubectl } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { rolloutDone } from '../../shared-steps.ts';
import { claimBound, seeClaim } from '../claims.ts';

/** Kubernetes 1.28 and later give the default to claims that came before it (1.26 and 1.27 by default, too). */
const MARK_DEFAULT = '{"metadata":{"annotations":{"storageclass.kubernetes.io/is-default-class":"true"}}}';

export const mode = defineMode({
  id: 'storage/default-storageclass-missing',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [
    { finding: 'default-storageclass-absent', chance: 0.98, speaks: true },
    { finding: 'pods-not-ready', chance: 0.95, alternative: true },
    { finding: 'no-ready-pods', chance: 0.8, alternative: true },
  ],
  breaks: 'down',
  immediate: [
    seeClaim,
    {
      id: 'see-classes',
      commands: ({ component }) => [kubectl({ ...component, namespace: null }, 'get', 'storageclass')],
    },
    {
      id: 'mark-default',
      commands: ({ component }) => [
        kubectl(
          { ...component, namespace: null },
          ...['patch', 'storageclass', 'STORAGECLASS', '--type=merge', '-p', MARK_DEFAULT],
        ),
      ],
    },
  ],
  permanent: [{ id: 'name-class' }, { id: 'one-default' }],
  verify: [claimBound, rolloutDone],
});
