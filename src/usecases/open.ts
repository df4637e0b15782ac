import { liveTransport } from '../collect/live/transport.ts';
import { readContexts } from '../connect/kubeconfig.ts';
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
  /** Image of the pods that try broken ways (it must have busybox's `sh`, `nc` and `nslookup`); left out, none is made. */
  probeImage?: string;
}

/** The transport for a target. Live answers are redacted on the way in. */
export async function openTransport(
  target: Target,
): Promise<{ transport: Transport; redactor: Redactor | null }> {
  if (target.bundle !== undefined && (target.kubeconfig !== undefined || target.contexts !== undefined))
    throw new MedicError('usage/invalid', { detail: '--bundle, --kubeconfig/--contexts' });
  if (target.bundle !== undefined) return { transport: await openBundle(target.bundle), redactor: null };
  const contexts = readContexts({
    ...(target.kubeconfig !== undefined && { kubeconfig: target.kubeconfig }),
    ...(target.contexts !== undefined && { contexts: target.contexts }),
  });
  const redact = redactor(redactionKey());
  const transport = liveTransport(contexts, redact);
  if (target.probeImage === undefined) return { transport, redactor: redact };
  const { probingTransport } = await import('../apply/prober.ts');
  const { liveApi } = await import('../apply/live.ts');
  const apis = new Map(contexts.map((context) => [context.name, liveApi(context)]));
  return { transport: probingTransport(transport, apis, target.probeImage), redactor: redact };
}
