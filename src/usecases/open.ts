import { MedicError } from '../errors.ts';
import { openBundle } from '../evidence/bundle.ts';
import type { Redactor } from '../evidence/redact.ts';
import type { Transport } from '../evidence/transport.ts';

/** Where to look: a bundle, or the contexts of a kubeconfig (all of them where none is named). */
export interface Target {
  bundle?: string;
  kubeconfig?: string;
  contexts?: readonly string[];
  /** How Grafana itself is asked, from a fleet file; left out, it is not. */
  grafana?: GrafanaAccess;
  /** Image of the pods that try broken ways (it must have busybox's `sh`, `nc` and `nslookup`); left out, none is made. */
  probeImage?: string;
}

/** The Grafana of a context, and where the token for it is: a variable of this process, or a Secret of that context. */
export interface GrafanaAccess {
  context: string;
  url: string;
  token: { env: string } | { namespace: string; name: string; key: string };
}

/** The transport for a target. Live answers are redacted on the way in. */
export async function openTransport(
  target: Target,
): Promise<{ transport: Transport; redactor: Redactor | null }> {
  const { bundle, ...live } = target;
  // What talks to clusters is heavy to load, and a bundle needs none of it.
  if (bundle === undefined) return (await import('./live.ts')).openLive(live);
  if (live.kubeconfig !== undefined || live.contexts !== undefined)
    throw new MedicError('usage/with-bundle', { options: '--kubeconfig, --contexts' });
  return { transport: await openBundle(bundle), redactor: null };
}
