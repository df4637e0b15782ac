import { list, text } from '../json.ts';
import { bytesOf } from './quantities.ts';

/** What a container, or a node, uses as the resource metrics API (metrics.k8s.io/v1beta1) has it. */
export interface Usage {
  /** Name of the pod or node. */
  name: string;
  /** `null` for a node. */
  container: string | null;
  /** Cores, over the window of the metrics server; `null` where it does not say. */
  cpu: number | null;
  /** Bytes of the working set: what the kernel could not take back at once, files in use among it. */
  memory: number | null;
}

/** One item of a list of PodMetrics: its containers. */
export function readPodUsage(item: unknown): Usage[] | null {
  const name = text(item, 'metadata', 'name');
  if (name === undefined) return null;
  return list(item, 'containers').flatMap((container) => {
    const own = text(container, 'name');
    return own === undefined ? [] : [usageOf(name, own, container)];
  });
}

/** One item of a list of NodeMetrics. */
export function readNodeUsage(item: unknown): Usage | null {
  const name = text(item, 'metadata', 'name');
  return name === undefined ? null : usageOf(name, null, item);
}

const usageOf = (name: string, container: string | null, value: unknown): Usage => ({
  ...{ name, container },
  cpu: coresOf(text(value, 'usage', 'cpu') ?? null),
  memory: bytesOf(text(value, 'usage', 'memory') ?? null),
});

const PARTS_OF_CORE: Readonly<Record<string, number>> = { n: 1e-9, u: 1e-6, m: 1e-3, '': 1 };

/** Cores of a quantity; the metrics server writes nanocores (`12345678n`). */
export function coresOf(quantity: string | null): number | null {
  const parts = /^(\d{1,18}(?:\.\d{1,9})?)([num]?)$/.exec(quantity ?? '');
  return parts ? Number(parts[1]) * (PARTS_OF_CORE[parts[2] ?? ''] ?? 1) : null;
}
