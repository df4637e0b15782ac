import { liveTransport } from '../collect/live/transport.ts';
import { readContexts } from '../connect/kubeconfig.ts';
import { type Redactor, redactor } from '../evidence/redact.ts';
import type { Transport } from '../evidence/transport.ts';
import { redactionKey } from './installation.ts';
import type { Target } from './open.ts';

/** The clusters of a kubeconfig; all of its contexts where none is named. Answers are redacted on the way in. */
export async function openLive(
  target: Omit<Target, 'bundle'>,
): Promise<{ transport: Transport; redactor: Redactor }> {
  const { kubeconfig, contexts: names, probeImage } = target;
  const contexts = readContexts({
    ...(kubeconfig !== undefined && { kubeconfig }),
    ...(names !== undefined && { contexts: names }),
  });
  const redact = redactor(redactionKey());
  const transport = liveTransport(contexts, redact);
  if (probeImage === undefined) return { transport, redactor: redact };
  const { probingTransport } = await import('../apply/prober.ts');
  const { liveApi } = await import('../apply/live.ts');
  const apis = new Map(contexts.map((context) => [context.name, liveApi(context)]));
  return { transport: probingTransport(transport, apis, probeImage), redactor: redact };
}
