import { configCommand, seriesByJob } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { samplesArrive } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'agent/cardinality-high',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [
    { finding: 'series-grown', chance: 0.98, speaks: true },
    { finding: 'container-oom-killed', chance: 0.9, alternative: true },
    { finding: 'container-crashing', chance: 0.85, alternative: true },
    { finding: 'pods-not-ready', chance: 0.8, alternative: true },
    { finding: 'wal-growing', chance: 0.3, alternative: true },
    { finding: 'memory-near-limit', chance: 0.6, alternative: true },
  ],
  breaks: 'series-flood',
  immediate: [
    { id: 'find-metric', commands: seriesByJob },
    { id: 'find-label' },
    { id: 'drop-metric', commands: ({ component, facts }) => [configCommand(component, facts)] },
  ],
  permanent: [{ id: 'fix-source' }, { id: 'set-limits' }],
  verify: [{ id: 'series-down', commands: seriesByJob }, samplesArrive],
});
