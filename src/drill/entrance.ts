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

/** A certificate for a host and its key, as PEM. */
interface Issued {
  certificate: string;
  key: string;
}

/** Works with OpenSSL in a folder that is gone afterwards. */
async function issuing<T>(
  work: (openssl: (...args: string[]) => Promise<string>, file: (name: string) => string) => Promise<T>,
): Promise<T> {
  const dir = mkdtempSync(join(tmpdir(), 'medic-certificate-'));
  try {
    return await work(
      (...args) => run('openssl', args),
      (name) => join(dir, name),
    );
  } finally {
    rmSync(dir, { recursive: true });
  }
}

/** What a certificate for a host is asked for with: a request, and its key. */
const request = (host: string, keyFile: string, requestFile: string): string[] => [
  ...['req', '-new', '-newkey', 'rsa:2048', '-nodes', '-keyout', keyFile, '-out', requestFile],
  ...['-subj', `/CN=${host}`, '-addext', `subjectAltName=DNS:${host}`],
];

/** A certificate for a host, signed by itself, that ends as soon as it begins, and its key. */
export const expiredCertificate = (host: string): Promise<Issued> =>
  issuing(async (openssl, file) => {
    await openssl(...request(host, file('key'), file('request')));
    await openssl(
      ...['x509', '-req', '-in', file('request'), '-signkey', file('key'), '-out', file('certificate')],
      ...['-days', '0', '-copy_extensions', 'copy'],
    );
    return { certificate: readFileSync(file('certificate'), 'utf8'), key: readFileSync(file('key'), 'utf8') };
  });

/** An authority, and two certificates for a host that it signed one after the other, each with a key of its own. */
export const renewedCertificates = (
  host: string,
): Promise<{ authority: string; first: Issued; second: Issued }> =>
  issuing(async (openssl, file) => {
    await openssl(
      ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', file('ca.key'), '-out', file('ca')],
      ...['-subj', '/CN=lab authority', '-days', '30'],
    );
    const issue = async (name: string): Promise<Issued> => {
      await openssl(...request(host, file(`${name}.key`), file(`${name}.request`)));
      await openssl(
        ...['x509', '-req', '-in', file(`${name}.request`), '-CA', file('ca'), '-CAkey', file('ca.key')],
        ...['-CAcreateserial', '-out', file(name), '-days', '30', '-copy_extensions', 'copy'],
      );
      return {
        certificate: readFileSync(file(name), 'utf8'),
        key: readFileSync(file(`${name}.key`), 'utf8'),
      };
    };
    const first = await issue('first');
    const second = await issue('second');
    return { authority: readFileSync(file('ca'), 'utf8'), first, second };
  });
