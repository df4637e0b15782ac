import { MedicError } from '../errors.ts';
import { openBundle } from '../evidence/bundle.ts';
import type { Redactor } from '../evidence/redact.ts';
import type { Transport } from '../evidence/transport.ts';

/** Where to look: a bundle, or the contexts of a kubeconfig (all of them where none is named). */
export interface Target {
  bundle?: string;
  kubeconfig?: string;
  contexts?: readonly string[];
  /** Image of the pods that try broken ways (it must have busybox's `sh`, `nc` and `nslookup`); left out, none is made. */
  probeImage?: string;
}

/** The transport for a target. Live answers are redacted on the way in. */
export async function openTransport(
  target: Target,
): Promise<{ transport: Transport; redactor: Redactor | null }> {
  const { bundle, ...live } = target;
  // What talks to clusters is heavy to load, and a bundle needs none of it.
  if (bundle === undefined) return (await import('./live.ts')).openLive(live);
  if (live.kubeconfig !== undefined || live.contexts !== undefined)
    throw new MedicError('usage/invalid', { detail: '--bundle, --kubeconfig/--contexts' });
  return { transport: await openBundle(bundle), redactor: null };
}
