import { addNeighbour, neighbourPods, scripted } from '../bystanders.ts';
import { defineControl } from '../control.ts';
import { podSays } from '../effects.ts';

export const control = defineControl({
  name: 'neighbour-unschedulable',
  visibleAfter: 90,
  happens: (context) =>
    addNeighbour(context, {
      containers: [
        { ...scripted(context, 'billing', 'sleep 3600'), resources: { requests: { cpu: '512' } } },
      ],
    }),
  effect: podSays(neighbourPods, 'Unschedulable'),
});
