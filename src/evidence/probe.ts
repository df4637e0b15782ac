import { isAddress } from '../fleet/fleet.ts';

/** One end that a probe tries to reach from a pod of its own. */
export interface ProbeTarget {
  host: string;
  port: number;
}

/** From where: a namespace of a cluster, and there one node, since ways differ by node. */
export interface ProbePlace {
  namespace: string;
  node: string;
}

/** What a probe found of one end. */
export interface ProbeResult extends ProbeTarget {
  name: 'found' | 'unknown' | 'silent';
  /** `null` where the name was not found, so that nobody was dialled. */
  connection: 'open' | 'refused' | 'dropped' | 'unreachable' | null;
}

/** The path by which a probe is asked for, recorded and replayed; no API server has it. */
export function probePath({ namespace, node }: ProbePlace, targets: readonly ProbeTarget[]): string {
  const list = targets.map(({ host, port }) => `${host}:${port}`).join(',');
  return `${PROBE_PREFIX}${namespace}/${node}?targets=${encodeURIComponent(list)}`;
}

const PROBE_PREFIX = '/fleetmedic/probe/';

export const isProbe = (path: string): boolean => path.startsWith(PROBE_PREFIX);

/** What a path asks for; `null` for another path, or one that asks for something that no pod should be started with. */
export function readProbePath(path: string): (ProbePlace & { targets: ProbeTarget[] }) | null {
  if (!isProbe(path)) return null;
  const url = new URL(path, 'http://probe');
  const [namespace = '', node = ''] = url.pathname.slice(PROBE_PREFIX.length).split('/');
  const targets = (url.searchParams.get('targets') ?? '').split(',').map((target) => {
    const at = target.lastIndexOf(':');
    return { host: target.slice(0, at), port: Number(target.slice(at + 1)) };
  });
  return targets.length > 0 && targets.every(canBeProbed) && namespace !== '' && node !== ''
    ? { namespace, node, targets }
    : null;
}

/** Hosts come from configurations that anybody may have written: they become arguments of a program. */
export const canBeProbed = ({ host, port }: ProbeTarget): boolean =>
  /^[a-z0-9]([a-z0-9.:-]{0,251}[a-z0-9])?$/i.test(host) &&
  Number.isInteger(port) &&
  port > 0 &&
  port < 65_536;

/**
 * What the pod runs, with busybox alone: one block of lines for each `host port` among its arguments. `nc -e true` ends
 * with 0 once it is connected; its errors are those of `connect(2)`.
 */
export const PROBE_SCRIPT = `while [ $# -ge 2 ]; do
  echo "== $1 $2"
  nslookup "$1" 2>&1 | sed 's/^/dns /'
  said=$(timeout 5 nc -w 3 "$1" "$2" -e true 2>&1) && echo open
  echo "nc $said"
  shift 2
done
echo done`;

/** Reads what the script wrote; `null` for a text that it did not finish. */
export function readProbe(log: unknown): ProbeResult[] | null {
  if (typeof log !== 'string' || !/^done$/m.test(log)) return null;
  return log
    .split(/^== /m)
    .slice(1)
    .flatMap((block) => {
      const [head = '', ...lines] = block.split('\n');
      const [host = '', port = ''] = head.split(' ');
      const target = { host, port: Number(port) };
      return canBeProbed(target) ? [{ ...target, ...outcome(host, lines) }] : [];
    });
}

function outcome(host: string, lines: readonly string[]): Pick<ProbeResult, 'name' | 'connection'> {
  const dns = lines.filter((line) => line.startsWith('dns ')).join('\n');
  const dial = lines
    .filter((line) => line.startsWith('nc '))
    .join('\n')
    .toLowerCase();
  if (!isAddress(host) && dial.includes('bad address')) {
    const isUnknown = /nxdomain|can't find/i.test(dns);
    return { name: isUnknown ? 'unknown' : 'silent', connection: null };
  }
  if (lines.includes('open')) return { name: 'found', connection: 'open' };
  if (dial.includes('refused')) return { name: 'found', connection: 'refused' };
  if (/no route|unreachable/.test(dial)) return { name: 'found', connection: 'unreachable' };
  return { name: 'found', connection: 'dropped' };
}

/** The result in the words of a client of ours (Go net), so that whoever reads those reads these. */
export function probeWords({ host, port, name, connection }: ProbeResult): string {
  if (name === 'unknown') return `lookup ${host}: no such host`;
  if (name === 'silent') return `lookup ${host}: i/o timeout`;
  const dial = `dial tcp ${host}:${port}: `;
  if (connection === 'refused') return `${dial}connect: connection refused`;
  if (connection === 'unreachable') return `${dial}connect: no route to host`;
  return connection === 'dropped' ? `${dial}i/o timeout` : '';
}
