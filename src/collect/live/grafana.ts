import { turns } from '../../connect/body.ts';
import type { Connection } from '../../connect/connection.ts';
import { reasonOf } from '../../errors.ts';
import { askedOfGrafana } from '../../evidence/grafana.ts';
import type { Redactor } from '../../evidence/redact.ts';
import type { Json, Transport } from '../../evidence/transport.ts';
import { answered, ask, failure, type Result } from './transport.ts';

/** The way to the Grafana of a cluster. */
export interface GrafanaWay {
  /** Its address, `http(s)://host[:port][/path]`. */
  url: string;
  /** The bearer token; throws an `Error` that says why there is none, without it. Asked once. */
  token(): Promise<string>;
}

/** RFC 6750, 2.1: what a bearer token is made of. Anything else would end up in a header as it is. */
const TOKEN = /^[\w.~+/=-]{1,4096}$/;

/**
 * A transport that also asks Grafana, at its own address and with its own token. Redirects are not followed: the token
 * goes nowhere else. Clusters that no way is known to are blind as `credentials`.
 */
export function grafanaTransport(
  transport: Transport,
  ways: ReadonlyMap<string, GrafanaWay>,
  redactor: Redactor,
): Transport {
  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (cluster: string, way: GrafanaWay): Promise<string> => {
    const known = tokens.get(cluster) ?? way.token();
    tokens.set(cluster, known);
    return known;
  };
  return {
    ...transport,
    send: async (request) => {
      const path = askedOfGrafana(request.path);
      if (path === null) return transport.send(request);
      const way = ways.get(request.cluster);
      return answered(redactor, async () => {
        if (!way) return failure('credentials', 'no grafana.api in a fleet file');
        let token: string;
        try {
          token = (await tokenOf(request.cluster, way)).trim();
        } catch (error) {
          return failure('credentials', reasonOf(error));
        }
        if (!TOKEN.test(token))
          return failure('credentials', 'what is named as the token of Grafana is none');
        return without(token, await ask(connectionTo(way.url, token), { ...request, path }));
      });
    },
  };
}

function connectionTo(address: string, token: string): Connection {
  const url = new URL(address);
  return {
    large: turns(),
    close: () => {},
    options: async () => ({
      protocol: url.protocol,
      hostname: url.hostname.replace(/^\[|\]$/g, ''),
      port: url.port || (url.protocol === 'http:' ? 80 : 443),
      basePath: url.pathname.replace(/\/$/, ''),
      headers: { authorization: `Bearer ${token}` },
    }),
  };
}

/** What Grafana, or who stands in its place, gives back of the token is taken out as it is, whatever it looks like. */
function without(token: string, result: Result): Result {
  const clean = (text: string) => text.replaceAll(token, '<redacted>');
  if (!result.ok) return { ...result, detail: clean(result.detail) };
  return { ...result, body: JSON.parse(clean(JSON.stringify(result.body))) as Json };
}
