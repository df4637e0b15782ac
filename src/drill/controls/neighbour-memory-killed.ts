import { addNeighbour, neighbourPods, scripted } from '../bystanders.ts';
import { defineControl } from '../control.ts';
import { podSays } from '../effects.ts';

/** It takes more memory than it may, again and again. */
export const control = defineControl({
  name: 'neighbour-memory-killed',
  visibleAfter: 120,
  happens: (context) =>
    addNeighbour(context, {
      containers: [
        {
          ...scripted(context, 'billing', 'text=0123456789abcdef; while :; do text="$text$text"; done'),
          resources: { requests: { cpu: '10m', memory: '8Mi' }, limits: { cpu: '200m', memory: '16Mi' } },
        },
      ],
    }),
  effect: podSays(neighbourPods, 'OOMKilled'),
});
