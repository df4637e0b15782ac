import { kubectl } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { claimOf } from '../claims.ts';

export const mode = defineMode({
  id: 'storage/expansion-not-allowed',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [
    { finding: 'expansion-refused', chance: 0.98, speaks: true },
    // The operator cannot make what its resource says.
    { finding: 'custom-resource-rejected', chance: 0.5, alternative: true },
  ],
  breaks: null,
  immediate: [
    {
      id: 'see-class',
      commands: ({ component }) => [
        kubectl(
          { ...component, namespace: null },
          ...['get', 'storageclass', '-o'],
          'custom-columns=NAME:.metadata.name,PROVISIONER:.provisioner,EXPANSION:.allowVolumeExpansion',
        ),
      ],
    },
    {
      id: 'allow-expansion',
      commands: ({ component, facts }) => [
        kubectl(
          { ...component, namespace: null },
          ...['patch', 'storageclass', String(facts.storageClass || 'STORAGECLASS'), '--type=merge'],
          ...['-p', '{"allowVolumeExpansion":true}'],
        ),
      ],
    },
    {
      id: 'grow-claim',
      commands: (context) => [
        kubectl(
          context.component,
          ...['patch', 'pvc', claimOf(context), '--type=merge', '-p'],
          `{"spec":{"resources":{"requests":{"storage":"${sizeOf(context.facts.wanted)}"}}}}`,
        ),
      ],
    },
    { id: 'move-data' },
  ],
  permanent: [{ id: 'growing-class' }, { id: 'size-ahead' }],
  verify: [
    {
      id: 'claim-grown',
      commands: (context) => [
        kubectl(
          context.component,
          'get',
          'pvc',
          claimOf(context),
          '-o',
          'jsonpath={.status.capacity.storage}',
        ),
      ],
    },
  ],
});

/** A Kubernetes quantity, or the word that a person replaces. */
const sizeOf = (wanted: unknown): string =>
  /^\d{1,15}[A-Za-z]{0,2}$/.test(String(wanted)) ? String(wanted) : 'SIZE';
