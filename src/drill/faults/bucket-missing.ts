import { defineFault, restore } from '../fault.ts';
import { editObjstore, restartClients } from '../objstore.ts';

export const fault = defineFault({
  name: 'bucket-missing',
  visibleAfter: 60,
  expected: { mode: 'objstore/bucket-missing', cluster: ({ hub }) => hub, role: 'object-store' },
  inject: (context) =>
    editObjstore(context, (yaml) => yaml.replace(/bucket: .*/, 'bucket: metrics-archive-2031')),
  revert: async (context) => {
    await restore(context, context.hub);
    await restartClients(context);
  },
});
