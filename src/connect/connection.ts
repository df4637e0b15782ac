import http from 'node:http';
import https from 'node:https';
import { type Turns, turns } from './body.ts';
import { runCredentialPlugin } from './credential-plugin.ts';
import type { ContextConfig } from './kubeconfig.ts';

/** Sockets per cluster: enough to hide latency, too few to be a burden. */
const MAX_SOCKETS = 12;
const CREDENTIAL_TIMEOUT_MS = 5000;

/** What every request to a cluster's API server needs; paths begin behind `basePath`. */
export type ConnectionOptions = https.RequestOptions & { basePath: string };

/** The way to one cluster's API server. */
export interface Connection {
  /** Options with address, credentials and agent; fetched once, when first needed. */
  options(): Promise<ConnectionOptions>;
  /** Whose large answer is taken in. */
  readonly large: Turns;
  close(): void;
}

export function connection(context: ContextConfig): Connection {
  let pending: Promise<ConnectionOptions> | undefined;
  let agent: http.Agent | undefined;
  const prepare = async () => {
    const url = new URL(context.server);
    if (url.protocol !== 'http:' && url.protocol !== 'https:')
      throw new Error(`server: ${url.protocol} is neither http nor https`);
    const options: https.RequestOptions = {};
    await runCredentialPlugin(context.config, CREDENTIAL_TIMEOUT_MS);
    await withTimeout(context.config.applyToHTTPSOptions(options), CREDENTIAL_TIMEOUT_MS);
    const { ca, cert, key, pfx, passphrase, rejectUnauthorized, servername } = options;
    const proxied = context.config.getCurrentCluster()?.proxyUrl !== undefined;
    if (!proxied) {
      const Agent = url.protocol === 'http:' ? http.Agent : https.Agent;
      const tls = Object.fromEntries(
        Object.entries({ ca, cert, key, pfx, passphrase, rejectUnauthorized, servername }).filter(
          ([, value]) => value !== undefined,
        ),
      );
      options.agent = new Agent({ keepAlive: true, maxSockets: MAX_SOCKETS, ...tls });
    }
    agent = options.agent as http.Agent;
    return {
      ...options,
      protocol: url.protocol,
      hostname: url.hostname.replace(/^\[|\]$/g, ''),
      port: url.port || (url.protocol === 'http:' ? 80 : 443),
      basePath: url.pathname.replace(/\/$/, ''),
    };
  };
  return {
    large: turns(),
    options: () => {
      pending ??= prepare();
      return pending;
    },
    close: () => agent?.destroy(),
  };
}

function withTimeout<T>(work: Promise<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no credentials within ${ms} ms`)), ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
