import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RENDERED, underNames } from '../lab/pipeline/rendered/names.ts';
import { run } from '../lab/shell.ts';
import { changeOperatedAgent, type OperatedRemoteWrite } from './agent.ts';
import { isRolledOut, type Where, waitFor } from './effects.ts';
import type { FaultContext } from './fault.ts';
import { edgesOf } from './site.ts';
import { freeNodePort } from './stand-in.ts';
import { type Container, changeWorkload, type WorkloadSpec } from './workloads.ts';

/** The hub's ingress controller, Traefik (rendered lab). */
const controller: Where = ({ hub, names }) => ({
  cluster: hub,
  namespace: names.namespaces.dns,
  name: underNames(names).ingressController,
});

/** The Ingress that takes the edges' remote write, as kubectl is told. */
export const entrance = ({ names }: FaultContext) => ({
  kind: 'ingress',
  namespace: names.namespaces.pipeline,
  name: RENDERED.remoteWrite,
});

/** Edits the ingress controller, and waits until it runs so. */
export async function changeController(
  context: FaultContext,
  edit: (container: Container, spec: WorkloadSpec) => void,
): Promise<void> {
  await changeWorkload(context, 'deployment', controller, edit);
  await waitFor(context, isRolledOut('deployment', controller), 120);
}

const SECURE = { name: 'websecure', port: 8443 };

/** The ingress controller takes TLS at a port of its own, and the agents of all edges write there. */
export async function writeByTls(
  context: FaultContext,
  tlsConfig?: OperatedRemoteWrite['tlsConfig'],
): Promise<void> {
  const { names, hands } = context;
  await changeController(context, (container) => {
    container.args.push(
      `--entrypoints.${SECURE.name}.address=:${SECURE.port}`,
      `--entrypoints.${SECURE.name}.http.tls=true`,
    );
  });
  const nodePort = freeNodePort(context);
  const { cluster, namespace, name } = controller(context);
  await hands.change<{ spec: { ports: object[] } }>(
    cluster,
    { kind: 'service', namespace, name },
    ({ spec }) => {
      spec.ports.push({ ...SECURE, targetPort: SECURE.port, nodePort, protocol: 'TCP' });
    },
  );
  for (const edge of edgesOf(context))
    await changeOperatedAgent(context, edge, (write) => {
      write.url = `https://${names.remoteWriteHost}:${nodePort}/api/v1/receive`;
      if (tlsConfig) write.tlsConfig = tlsConfig;
    });
}

/** A certificate for a host, signed by itself, that ends as soon as it begins, and its key. */
export async function expiredCertificate(host: string): Promise<{ certificate: string; key: string }> {
  const dir = mkdtempSync(join(tmpdir(), 'medic-certificate-'));
  const file = (name: string) => join(dir, name);
  try {
    await run('openssl', [
      ...['req', '-new', '-newkey', 'rsa:2048', '-nodes', '-keyout', file('key'), '-out', file('request')],
      ...['-subj', `/CN=${host}`, '-addext', `subjectAltName=DNS:${host}`],
    ]);
    await run('openssl', [
      ...['x509', '-req', '-in', file('request'), '-signkey', file('key'), '-out', file('certificate')],
      ...['-days', '0', '-copy_extensions', 'copy'],
    ]);
    return { certificate: readFileSync(file('certificate'), 'utf8'), key: readFileSync(file('key'), 'utf8') };
  } finally {
    rmSync(dir, { recursive: true });
  }
}
