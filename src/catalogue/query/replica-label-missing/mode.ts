import { kubectl, resource } from '../../commands.ts';
import { defineMode } from '../../mode.ts';

export const mode = defineMode({
  id: 'query/replica-label-missing',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [{ finding: 'replicas-not-deduplicated', chance: 0.97, speaks: true }],
  breaks: null,
  immediate: [
    {
      id: 'see-flags',
      commands: ({ component }) => [kubectl(component, 'get', resource(component), '-o', 'yaml')],
    },
    { id: 'set-label' },
  ],
  permanent: [{ id: 'one-label' }],
  verify: [
    {
      id: 'one-series',
      commands: ({ query }) =>
        query === null
          ? []
          : [
              kubectl(
                { cluster: query.cluster, namespace: null },
                'get',
                '--raw',
                `${query.path}/api/v1/query?query=up&dedup=true`,
              ),
            ],
    },
  ],
});
