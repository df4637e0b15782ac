import { liveTransport } from '../collect/live/transport.ts';
import { readContexts } from '../connect/kubeconfig.ts';
import { type Redactor, redactor } from '../evidence/redact.ts';
import type { Transport } from '../evidence/transport.ts';
import { redactionKey } from './installation.ts';

/** The clusters of a kubeconfig; all of its contexts where none is named. Answers are redacted on the way in. */
export function openLive(target: { kubeconfig?: string; contexts?: readonly string[] }): {
  transport: Transport;
  redactor: Redactor;
} {
  const { kubeconfig, contexts: names } = target;
  const contexts = readContexts({
    ...(kubeconfig !== undefined && { kubeconfig }),
    ...(names !== undefined && { contexts: names }),
  });
  const redact = redactor(redactionKey());
  return { transport: liveTransport(contexts, redact), redactor: redact };
}
