import type { Text } from '../kind.ts';

/**
 * The texts that have one of the first words and one of the second: who speaks, and what went wrong there. What went
 * wrong means nothing by itself.
 */
export function combined(
  firsts: readonly string[],
  seconds: readonly string[],
  more: Pick<Text, 'source' | 'lacks'>,
): Text[] {
  return firsts.flatMap((first) => seconds.map((second): Text => ({ has: [first, second], ...more })));
}

/** What Go's network code says when no connection comes about (net/dial.go, net/http/transport.go). */
export const NOT_CONNECTED: readonly string[] = [
  'dial tcp',
  'dial udp',
  'i/o timeout',
  'connection refused',
  'no route to host',
  'network is unreachable',
  'connection reset by peer',
  'context deadline exceeded',
  'client.timeout exceeded',
  'tls handshake timeout',
  'proxyconnect tcp',
];
