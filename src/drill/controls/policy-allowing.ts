import { beside } from '../bystanders.ts';
import { defineControl } from '../control.ts';
import { objectIs } from '../effects.ts';

const NAME = 'receive-ports';

/** It selects Receive, and allows from everywhere what Receive listens to. */
export const control = defineControl({
  name: 'policy-allowing',
  lab: { pipeline: 'plain' },
  visibleAfter: 30,
  happens: ({ hands, hub, names }) =>
    hands.create(hub, {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name: NAME, namespace: names.namespaces.pipeline },
      spec: {
        podSelector: { matchLabels: { [names.labelKeys.name]: names.workloads.receive } },
        policyTypes: ['Ingress'],
        ingress: [
          {
            ports: [names.ports.remoteWrite, names.ports.grpc, names.ports.http].map((port) => ({
              protocol: 'TCP',
              port,
            })),
          },
        ],
      },
    }),
  effect: objectIs<{ spec: { ingress: object[] } }>(
    beside('networkpolicy', NAME),
    ({ spec }) => spec.ingress.length === 1,
  ),
});
