import { kubectl, resource } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { rolloutDone } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'query/frontend-downstream-wrong',
  level: 'root',
  basis: 'lab',
  whose: 'client',
  signs: [
    { finding: 'frontend-downstream-differs', chance: 0.97, speaks: true, alternative: true },
    { finding: 'frontend-downstream-failing', chance: 0.95, speaks: true, alternative: true },
    { finding: 'pods-not-ready', chance: 0.85, alternative: true },
    { finding: 'no-ready-pods', chance: 0.85, alternative: true },
    { finding: 'container-crashing', chance: 0.3, alternative: true },
  ],
  breaks: 'may-stop',
  // A URL that leads to ready pods of a Query is right: what fails then lies elsewhere.
  applies: ({ has, component, fleet }) =>
    has('frontend-downstream-differs') ||
    component === undefined ||
    fleet.linksFrom(component.key, 'query').every(({ certainty }) => certainty !== 'resolved'),
  immediate: [
    {
      id: 'see-url',
      commands: ({ component }) => [kubectl(component, 'get', resource(component), '-o', 'yaml')],
    },
    {
      id: 'see-services',
      commands: ({ component }) => [kubectl({ ...component, namespace: null }, 'get', 'services', '-A')],
    },
    { id: 'set-url' },
  ],
  permanent: [{ id: 'one-source' }],
  verify: [rolloutDone],
});
