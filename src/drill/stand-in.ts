import { join } from 'node:path';
import { image } from '../lab/pipeline/image.ts';
import { container, service, workload } from '../lab/pipeline/objects.ts';
import { changeAgent } from './agent.ts';
import { applicationPods } from './effects.ts';
import type { FaultContext } from './fault.ts';
import { changeWorkload } from './workloads.ts';

const PORT = 8080;

/** The lab's ill-behaved server as a Deployment and its Service; its arguments say how it answers. */
async function standIn(
  { hands, names }: FaultContext,
  cluster: string,
  spec: { name: string; namespace: string; args: readonly string[]; nodePort?: number },
): Promise<void> {
  const { name, namespace, nodePort } = spec;
  const labels = { [names.labelKeys.name]: name };
  const port = { name: 'http', port: PORT, ...(nodePort !== undefined && { nodePort }) };
  await hands.create(
    cluster,
    workload({
      kind: 'Deployment',
      name,
      namespace,
      labels,
      pod: {
        containers: [
          container({
            name,
            image: image(names, 'contrary'),
            args: [`-listen=:${PORT}`, ...spec.args],
            ports: { http: PORT },
            memory: '64Mi',
          }),
        ],
      },
    }),
  );
  const type = nodePort === undefined ? 'ClusterIP' : 'NodePort';
  await hands.create(cluster, service({ name, namespace, selector: labels, type, ports: [port] }));
}

/** A node port that the lab leaves free. */
export const freeNodePort = ({ names: { ports } }: FaultContext): number =>
  ports.remoteWriteNodePort < 32767 ? ports.remoteWriteNodePort + 1 : 30000;

/** A gateway before Receive, which answers as its arguments say, and to which the edge's agent writes from now on. */
export async function putGatewayBefore(context: FaultContext, ...args: string[]): Promise<void> {
  const { hub, names } = context;
  const nodePort = freeNodePort(context);
  const { namespaces, services, ports, remoteWriteHost } = names;
  const receive = `http://${services.receive}.${namespaces.pipeline}.svc.cluster.local:${ports.remoteWrite}`;
  await standIn(context, hub, {
    name: `gateway-${services.receive}`,
    namespace: namespaces.pipeline,
    args: [`-to=${receive}`, ...args],
    nodePort,
  });
  await changeAgent(context, (_, write) => {
    write.url = `http://${remoteWriteHost}:${nodePort}/api/v1/receive`;
  });
}

/** A server in the edge's namespace of applications, to be scraped by its name, which this gives. */
export async function addTarget(context: FaultContext, ...args: string[]): Promise<string> {
  const { edge, names } = context;
  const namespace = names.namespaces.application;
  const name = exporterOf(context);
  const host = `${name}.${namespace}.svc.cluster.local`;
  await standIn(context, edge, { name, namespace, args: [...args, host] });
  return `${host}:${PORT}`;
}

/** Name of an exporter beside the application, which the lab does not have. */
export const exporterOf = ({ names }: FaultContext): string => `exporter-${names.workloads.application}`;

/** The edge's application gets a new version, which answers as the arguments say. */
export const replaceApplication = (context: FaultContext, ...args: string[]): Promise<void> =>
  changeWorkload(context, 'deployment', applicationPods, (container) => {
    container.image = image(context.names, 'contrary');
    container.args = [`-listen=:${context.names.ports.application}`, ...args];
  });

const OUTSIDE_PORT = 9201;

/**
 * The address of a server outside of all clusters, which answers as the arguments say: the bridge that joins the
 * clusters is a host, and no part of the fleet.
 */
export async function serveOutside({ lab, bin, hands }: FaultContext, ...args: string[]): Promise<string> {
  const address = `${lab.bridgeAddress}:${OUTSIDE_PORT}`;
  const record = join(lab.stateDir, 'outside.pid');
  const start = 'record=$1; shift; setsid "$@" >/dev/null 2>&1 & echo $! >"$record"';
  const end = 'read -r pid <"$1" && grep -q contrary "/proc/$pid/comm" && kill "$pid"; rm -f "$1"';
  await hands.command(
    ['sh', '-c', start, 'sh', record, join(bin, 'contrary'), `-listen=${address}`, ...args],
    ['sh', '-c', end, 'sh', record],
  );
  return address;
}

/** An address outside of all clusters at which nothing listens. */
export const nobodyOutside = ({ lab }: FaultContext): string => `${lab.bridgeAddress}:${OUTSIDE_PORT}`;
