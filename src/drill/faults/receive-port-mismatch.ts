import { defineFault, restore } from '../fault.ts';

export const fault = defineFault({
  name: 'receive-port-mismatch',
  visibleAfter: 30,
  expected: {
    mode: 'network/service-port-mismatch',
    cluster: ({ hub }) => hub,
    role: 'receive',
    name: ({ names }) => names.services.receive,
  },
  inject: async ({ kubectl, hub, names }) => {
    const patch = [{ op: 'replace', path: '/spec/ports/0/targetPort', value: names.ports.remoteWrite + 1 }];
    const target = ['service', names.services.receive, '-n', names.namespaces.pipeline];
    await kubectl(hub, ['patch', ...target, '--type=json', '-p', JSON.stringify(patch)]);
  },
  revert: (context) => restore(context, context.hub),
});
