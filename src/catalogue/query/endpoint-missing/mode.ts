import { kubectl, resource } from '../../commands.ts';
import { defineMode, type RemedyContext } from '../../mode.ts';

export const mode = defineMode({
  id: 'query/endpoint-missing',
  level: 'root',
  basis: 'lab',
  whose: 'client',
  signs: [
    { finding: 'store-not-configured', chance: 0.97, speaks: true, alternative: true },
    { finding: 'store-address-differs', chance: 0.97, speaks: true, alternative: true },
  ],
  breaks: 'not-queried',
  immediate: [
    { id: 'see-stores', commands: (context) => storeList(context) },
    {
      id: 'see-flags',
      commands: ({ component }) => [kubectl(component, 'get', resource(component), '-o', 'yaml')],
    },
    { id: 'add-endpoint' },
  ],
  permanent: [{ id: 'by-service' }],
  verify: [{ id: 'stores-listed', commands: (context) => storeList(context) }],
});

/** Asks Query which stores it knows, with the last error of each. */
function storeList({ query }: RemedyContext): string[] {
  if (query === null) return [];
  const scope = { cluster: query.cluster, namespace: null };
  return [kubectl(scope, 'get', '--raw', `${query.path}/api/v1/stores`)];
}
