import { service } from '../../lab/pipeline/objects.ts';
import { beside } from '../bystanders.ts';
import { defineControl } from '../control.ts';
import { allOf, leadsNowhere, objectIs } from '../effects.ts';

const NAME = 'metrics-v1';

/** It selects the pods of a version that is gone, and nobody asks there any more. */
export const control = defineControl({
  name: 'service-unused',
  visibleAfter: 30,
  happens: ({ hands, hub, names }) =>
    hands.create(
      hub,
      service({
        name: NAME,
        namespace: names.namespaces.pipeline,
        selector: { [names.labelKeys.name]: NAME },
        ports: [{ name: 'http', port: 80 }],
      }),
    ),
  effect: allOf(
    objectIs(beside('service', NAME), () => true),
    leadsNowhere(beside('service', NAME)),
  ),
});
