import { MedicError } from '../errors.ts';
import { openBundle } from '../evidence/bundle.ts';
import { type Redactor, redactor } from '../evidence/redact.ts';
import type { Transport } from '../evidence/transport.ts';
import { redactionKey } from './installation.ts';

/** Where to look: a bundle, or the contexts of a kubeconfig (all of them where none is named). */
export interface Target {
  bundle?: string;
  kubeconfig?: string;
  contexts?: readonly string[];
}

/** The transport for a target. Live answers are redacted on the way in. */
export async function openTransport(
  target: Target,
): Promise<{ transport: Transport; redactor: Redactor | null }> {
  if (target.bundle !== undefined && (target.kubeconfig !== undefined || target.contexts !== undefined))
    throw new MedicError('usage/invalid', { detail: '--bundle, --kubeconfig/--contexts' });
  if (target.bundle !== undefined) return { transport: await openBundle(target.bundle), redactor: null };
  // What talks to clusters is heavy to load, and a bundle needs none of it.
  const [{ readContexts }, { liveTransport }] = await Promise.all([
    import('../connect/kubeconfig.ts'),
    import('../collect/live/transport.ts'),
  ]);
  const contexts = readContexts({
    ...(target.kubeconfig !== undefined && { kubeconfig: target.kubeconfig }),
    ...(target.contexts !== undefined && { contexts: target.contexts }),
  });
  const redact = redactor(redactionKey());
  return { transport: liveTransport(contexts, redact), redactor: redact };
}
