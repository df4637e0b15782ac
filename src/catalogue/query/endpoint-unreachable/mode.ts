import { kubectl } from '../../commands.ts';
import { farEnd } from '../../far-end.ts';
import { defineMode, type RemedyContext } from '../../mode.ts';

export const mode = defineMode({
  id: 'query/endpoint-unreachable',
  level: 'surface',
  basis: 'lab',
  whose: 'client',
  signs: [{ finding: 'store-unreachable', chance: 0.95, speaks: true }],
  breaks: null,
  beneath: [
    'workload/scaled-to-zero',
    'network/service-missing',
    'network/service-selector-mismatch',
    'network/service-port-mismatch',
    'network/dns-down',
    'network/policy-blocked',
    'query/endpoint-missing',
    'store/sync-failing',
  ],
  isOutside: (situation) => farEnd(situation) === 'outside',
  immediate: [{ id: 'see-stores', commands: (context) => storeList(context) }, { id: 'look-beneath' }],
  permanent: [{ id: 'watch-stores' }],
  verify: [{ id: 'stores-listed', commands: (context) => storeList(context) }],
});

/** Asks Query which stores it knows, with the last error of each. */
function storeList({ query }: RemedyContext): string[] {
  if (query === null) return [];
  const scope = { cluster: query.cluster, namespace: null };
  return [kubectl(scope, 'get', '--raw', `${query.path}/api/v1/stores`)];
}
