import { kubectl, resource } from '../../commands.ts';
import { defineMode } from '../../mode.ts';

export const mode = defineMode({
  id: 'rule/evaluation-failing',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [{ finding: 'rule-evaluation-failing', chance: 0.95, speaks: true }],
  breaks: null,
  immediate: [
    {
      id: 'see-rule',
      commands: ({ component }) => [kubectl(component, 'logs', resource(component), '--tail=200')],
    },
    { id: 'mend-rule' },
    { id: 'check-query' },
  ],
  permanent: [
    { id: 'test-rules', commands: () => ['promtool test rules tests.yml'] },
    { id: 'split-groups' },
  ],
  verify: [
    {
      id: 'rules-healthy',
      commands: ({ component }) => [
        kubectl(
          component,
          'exec',
          resource(component),
          '--',
          'wget',
          '-qO-',
          'http://localhost:9090/api/v1/rules',
        ),
      ],
    },
  ],
});
