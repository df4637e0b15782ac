import { addNeighbour, neighbourPods, scripted } from '../bystanders.ts';
import { defineControl } from '../control.ts';
import { podSays } from '../effects.ts';

export const control = defineControl({
  name: 'neighbour-image-unavailable',
  visibleAfter: 120,
  happens: (context) =>
    addNeighbour(context, {
      containers: [
        { ...scripted(context, 'billing', 'sleep 3600'), image: `${context.names.registry}/billing:v9.9.9` },
      ],
    }),
  effect: podSays(neighbourPods, 'ErrImagePull', 'ImagePullBackOff'),
});
