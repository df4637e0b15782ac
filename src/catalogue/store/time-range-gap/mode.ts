import { kubectl, resource } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { diagnoseAgain } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'store/time-range-gap',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [
    { finding: 'time-range-unserved', chance: 0.98, speaks: true },
    // A warning of Query that has many causes: wrong labels, a store that is away, a range before all data.
    { finding: 'no-store-matched', chance: 0.08, speaks: true, alternative: true },
  ],
  breaks: null,
  immediate: [
    {
      id: 'compare-ranges',
      commands: ({ component, query }) => [
        ...(query === null
          ? []
          : [
              kubectl(
                { cluster: query.cluster, namespace: null },
                'get',
                '--raw',
                `${query.path}/api/v1/stores`,
              ),
            ]),
        kubectl(component, 'get', resource(component), '-o', 'yaml'),
      ],
    },
    { id: 'widen' },
  ],
  permanent: [{ id: 'overlap' }],
  verify: [diagnoseAgain],
});
