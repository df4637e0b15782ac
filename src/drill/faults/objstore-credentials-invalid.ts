import { defineFault, restore } from '../fault.ts';
import { editObjstore, restartClients } from '../objstore.ts';

export const fault = defineFault({
  name: 'objstore-credentials-invalid',
  visibleAfter: 60,
  expected: { mode: 'objstore/credentials-invalid', cluster: ({ hub }) => hub, role: 'object-store' },
  inject: (context) =>
    editObjstore(context, (yaml) => yaml.replace(/access_key: .*/, 'access_key: AKIDDOESNOTEXIST0000')),
  revert: async (context) => {
    await restore(context, context.hub);
    await restartClients(context);
  },
});
