import type { Part } from './part.ts';
import type { SeenCluster, World } from './world.ts';

/**
 * The Prometheus of a cluster that the file's `agent` is about: the one that writes to the fleet's Receive, else
 * one with a sidecar, else an Agent, else the first. `null` where none runs.
 */
export function writerOf(world: World, { context }: SeenCluster): { writer: Part; others: Part[] } | null {
  const found = [...world.parts('agent', context), ...world.parts('prometheus', context)];
  const rank = (part: Part) => {
    const { key } = part.component;
    const links = world.index.linksFrom(key, 'remote-write');
    if (links.some(({ to }) => typeof to === 'string' && world.index.component(to)?.role === 'receive'))
      return 3;
    return isSidecarred(world, part) ? 2 : links.length > 0 ? 1 : 0;
  };
  const [writer, ...others] = found
    .map((part, index) => ({ part, order: rank(part) * 1000 - index }))
    .sort((a, b) => b.order - a.order)
    .map(({ part }) => part);
  return writer ? { writer, others } : null;
}

/** Whether a Thanos sidecar runs in the same pods. */
export function isSidecarred(world: World, { component: { ref } }: Part): boolean {
  return world.index
    .byRole('sidecar', ref.cluster)
    .some(
      ({ ref: other }) =>
        other.namespace === ref.namespace && other.name === ref.name && other.kind === ref.kind,
    );
}
