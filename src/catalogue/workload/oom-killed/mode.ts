import { amount } from '../../../fleet/file/quantities.ts';
import { kubectl, resource } from '../../commands.ts';
import { defineMode, type Situation } from '../../mode.ts';
import { rolloutDone, samplesArrive } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'workload/oom-killed',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [
    { finding: 'container-oom-killed', chance: 0.99, speaks: true },
    { finding: 'container-crashing', chance: 0.95, alternative: true },
    { finding: 'pods-not-ready', chance: 0.8, alternative: true },
  ],
  breaks: 'down',
  applies: ({ has }) => !has('dns-silent'),
  variant,
  immediate: [
    {
      id: 'raise-limit',
      commands: ({ component, facts }) => [
        kubectl(
          component,
          'set',
          'resources',
          resource(component),
          `--limits=memory=${doubled(String(facts.limit ?? ''))}`,
        ),
      ],
    },
  ],
  permanent: [
    { id: 'find-growth', commands: ({ component }) => [kubectl(component, 'top', 'pod', '--containers')] },
    { id: 'set-limits' },
  ],
  verify: [rolloutDone, samplesArrive],
});

/** What grew: what the process was doing when it was killed, or a queue whose far end takes nothing. */
function variant({ finding, component, fleet, findingsOf }: Situation): string | null {
  const grew = finding('container-oom-killed')?.facts.grew;
  if (typeof grew === 'string' && grew !== '') return grew;
  const isQueued = fleet.linksFrom(component?.key ?? '', 'remote-write').some((link) => {
    const to = typeof link.to === 'string' ? fleet.component(link.to)?.ref : link.to;
    if (!component || !to) return false;
    const findings = findingsOf({ type: 'link', kind: link.kind, from: component.ref, to });
    return findings.some(({ type, state }) => type === 'remote-write-failing' && state === 'present');
  });
  return isQueued ? 'queue' : null;
}

/** A part of the pipeline that keeps series needs this much to start at all, whatever its limit was. */
const LEAST_BYTES = 256 * 2 ** 20;

/**
 * Twice a Kubernetes quantity, or what a start needs where that is more; where the limit is not known, a person must say
 * it: a guess may lower it.
 */
function doubled(limit: string): string {
  const parts = /^(\d{1,12})([A-Za-z]{0,2})$/.exec(limit);
  if (!parts) return 'NEW_LIMIT';
  return amount(limit) * 2 < LEAST_BYTES ? '256Mi' : `${Number(parts[1]) * 2}${parts[2]}`;
}
