import { RENDERED } from '../../lab/pipeline/rendered/names.ts';
import { defineControl } from '../control.ts';
import { objectIs } from '../effects.ts';
import type { FaultContext } from '../fault.ts';

const resource = ({ edge, names }: FaultContext) => ({
  cluster: edge,
  kind: 'prometheusagent',
  name: RENDERED.agent,
  namespace: names.namespaces.agent,
});

/** The operator is told to leave the agent as it is, and a change waits for that to end. */
export const control = defineControl({
  name: 'agent-resource-paused',
  lab: { pipeline: 'rendered' },
  visibleAfter: 60,
  happens: async (context) => {
    const { cluster, ...ref } = resource(context);
    await context.hands.change<{ spec: { paused?: boolean; scrapeInterval?: string } }>(
      cluster,
      ref,
      ({ spec }) => {
        spec.paused = true;
        spec.scrapeInterval = '45s';
      },
    );
  },
  effect: objectIs<{ spec: { paused?: boolean } }>(resource, ({ spec }) => spec.paused === true),
});
