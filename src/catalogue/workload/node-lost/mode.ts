import { kubectl } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { samplesArrive } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'workload/node-lost',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [
    { finding: 'node-not-ready', chance: 0.97, speaks: true },
    { finding: 'pod-evicted', chance: 0.6, speaks: true, alternative: true },
    // Its neighbours ask for its address by ARP, and get no answer.
    { finding: 'host-unrouted', chance: 0.4, speaks: true, alternative: true },
    { finding: 'pods-not-ready', chance: 0.8, alternative: true },
    { finding: 'pod-unschedulable', chance: 0.4, alternative: true },
  ],
  breaks: 'node-gone',
  immediate: [
    {
      id: 'see-node',
      commands: ({ component }) => [
        kubectl({ ...component, namespace: null }, 'get', 'nodes', '-o', 'wide'),
        ...(component.kind === 'Node' ? [kubectl(component, 'describe', 'node', component.name)] : []),
      ],
    },
    {
      id: 'see-pods',
      commands: ({ component }) => [
        kubectl(
          { ...component, namespace: null },
          ...['get', 'pods', '--all-namespaces', '-o', 'wide'],
          ...(component.kind === 'Node' ? [`--field-selector=spec.nodeName=${component.name}`] : []),
        ),
      ],
    },
    {
      // What stands on the node is not lost by this: it only keeps new pods away.
      id: 'cordon',
      commands: ({ component }) =>
        component.kind === 'Node' ? [kubectl(component, 'cordon', component.name)] : [],
    },
    { id: 'mend-node' },
  ],
  permanent: [{ id: 'spread' }, { id: 'reserve' }],
  verify: [
    {
      id: 'node-ready',
      commands: ({ component }) => [
        kubectl(
          { ...component, namespace: null },
          'wait',
          '--for=condition=Ready',
          '--timeout=300s',
          'nodes',
          '--all',
        ),
      ],
    },
    samplesArrive,
  ],
});
