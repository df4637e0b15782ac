import { kubectl, resource } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { rolloutDone } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'query/overloaded',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [
    { finding: 'queries-too-heavy', chance: 0.8, speaks: true, alternative: true },
    { finding: 'query-gate-full', chance: 0.7, speaks: true, alternative: true },
    { finding: 'query-unanswered', chance: 0.4, alternative: true },
  ],
  breaks: 'query-flood',
  variant: ({ finding }) => {
    const words = String(finding('queries-too-heavy')?.facts.words ?? '').toLowerCase();
    if (words.includes('samples') || words.includes('limit')) return 'series';
    return finding('query-gate-full')?.state === 'present' ? 'concurrency' : null;
  },
  immediate: [
    {
      id: 'find-queries',
      commands: ({ component }) => [kubectl(component, 'logs', resource(component), '--since=10m')],
    },
    {
      id: 'see-use',
      commands: ({ component }) => [kubectl(component, 'top', 'pod', '--containers')],
    },
    {
      id: 'more-replicas',
      commands: ({ component }) => [kubectl(component, 'scale', resource(component), '--replicas=3')],
    },
  ],
  permanent: [{ id: 'frontend' }, { id: 'recording-rules' }, { id: 'limits' }],
  verify: [rolloutDone, { id: 'queries-fast' }],
});
