import { inHub, leadsNowhere } from '../effects.ts';
import { defineFault } from '../fault.ts';

export const fault = defineFault({
  name: 'query-selector-mismatch',
  visibleAfter: 120,
  expected: {
    mode: 'network/service-selector-mismatch',
    cluster: ({ hub }) => hub,
    role: 'query',
    name: ({ names }) => names.services.query,
  },
  inject: async ({ hands, hub, names }) => {
    const service = { kind: 'service', namespace: names.namespaces.pipeline, name: names.services.query };
    await hands.change<{ spec: { selector: Record<string, string> } }>(hub, service, ({ spec }) => {
      spec.selector = Object.fromEntries(
        Object.entries(spec.selector).map(([key, value]) => [key, `${value}-v2`]),
      );
    });
  },
  effect: leadsNowhere(inHub(({ names }) => names.services.query)),
});
