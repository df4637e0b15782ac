import { configCommand } from '../../commands.ts';
import { farEnd } from '../../far-end.ts';
import { defineMode } from '../../mode.ts';
import { samplesArrive } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'remote-write/url-wrong',
  level: 'root',
  basis: 'lab',
  whose: 'client',
  signs: [
    { finding: 'remote-write-url-differs', chance: 0.97, speaks: true },
    { finding: 'remote-write-not-found', chance: 0.9, speaks: true },
  ],
  applies: ({ finding, has }) =>
    has('remote-write-url-differs')
      ? // Mended in its object already, which does not run: then that is it.
        finding('remote-write-url-differs')?.facts.isOld !== 1
      : // This very address took samples before: it was right.
        finding('remote-write-not-found')?.facts.worked !== 1,
  // An address that is none of the clusters' that were seen may be right, and what answers there wrong.
  isUnsure: (situation) => !situation.has('remote-write-url-differs') && farEnd(situation) === 'unseen',
  // Who answers "not found" may be an entrance before a Service that is not there.
  toldBy: ({ has }) =>
    has('remote-write-url-differs')
      ? []
      : ['service-absent', 'service-port-wrong', 'service-selects-nothing'],
  breaks: 'nothing-sent',
  variant: ({ finding }) => {
    const part = finding('remote-write-url-differs')?.facts.part;
    return typeof part === 'string' ? part : null;
  },
  immediate: [
    {
      id: 'see-url',
      commands: ({ component, facts }) => [configCommand(component, facts)],
    },
    { id: 'set-url' },
  ],
  permanent: [{ id: 'one-source' }],
  verify: [samplesArrive],
});
