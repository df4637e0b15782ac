import { type GrafanaWay, grafanaTransport } from '../collect/live/grafana.ts';
import { liveTransport } from '../collect/live/transport.ts';
import { type ContextConfig, readContexts } from '../connect/kubeconfig.ts';
import { text } from '../evidence/json.ts';
import { type Redactor, redactor } from '../evidence/redact.ts';
import type { Transport } from '../evidence/transport.ts';
import { redactionKey } from './installation.ts';
import type { GrafanaAccess, Target } from './open.ts';

/** The clusters of a kubeconfig; all of its contexts where none is named. Answers are redacted on the way in. */
export async function openLive(
  target: Omit<Target, 'bundle'>,
): Promise<{ transport: Transport; redactor: Redactor }> {
  const { kubeconfig, contexts: names, probeImage, grafana } = target;
  const contexts = readContexts({
    ...(kubeconfig !== undefined && { kubeconfig }),
    ...(names !== undefined && { contexts: names }),
  });
  const redact = redactor(redactionKey());
  const ways = new Map(grafana ? [[grafana.context, grafanaWay(grafana, contexts)]] : []);
  const transport = grafanaTransport(liveTransport(contexts, redact), ways, redact);
  if (probeImage === undefined) return { transport, redactor: redact };
  const { probingTransport } = await import('../apply/prober.ts');
  const { liveApi } = await import('../apply/live.ts');
  const apis = new Map(contexts.map((context) => [context.name, liveApi(context)]));
  return { transport: probingTransport(transport, apis, probeImage), redactor: redact };
}

function grafanaWay({ url, token, context }: GrafanaAccess, contexts: readonly ContextConfig[]): GrafanaWay {
  if ('env' in token)
    return {
      url,
      token: async () => {
        const value = process.env[token.env];
        if (!value) throw new Error(`the variable ${token.env} is not set`);
        return value;
      },
    };
  return {
    url,
    token: () =>
      fromSecret(
        token,
        contexts.find(({ name }) => name === context),
      ),
  };
}

/** Read past the transport, which would redact it, and kept nowhere. */
async function fromSecret(
  { namespace, name, key }: { namespace: string; name: string; key: string },
  context: ContextConfig | undefined,
): Promise<string> {
  if (!context) throw new Error('its cluster is not among those that are asked');
  const { liveApi } = await import('../apply/live.ts');
  const api = liveApi(context);
  try {
    const answer = await api.get(`/api/v1/namespaces/${namespace}/secrets/${encodeURIComponent(name)}`);
    if (!answer.ok) throw new Error(`Secret ${namespace}/${name}: HTTP ${answer.status}`);
    const value = text(answer.body, 'data', key);
    if (!value) throw new Error(`Secret ${namespace}/${name} has no ${key}`);
    return Buffer.from(value, 'base64').toString('utf8');
  } finally {
    api.close();
  }
}
