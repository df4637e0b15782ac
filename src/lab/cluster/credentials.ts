import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClusterLayout, NodeLayout } from '../layout.ts';

/** Files with a cluster's keys, mode 0600. */
export const credentialFiles = (node: NodeLayout) => ({
  /** Tokens that the API server takes, with their user and groups. */
  tokens: join(node.keysDir, 'pki', 'tokens.csv'),
  adminToken: join(node.keysDir, 'pki', 'admin.token'),
  serviceAccountKey: join(node.keysDir, 'pki', 'service-accounts.key'),
  serviceAccountPublicKey: join(node.keysDir, 'pki', 'service-accounts.pub'),
  /** Made by the API server itself at its first start: its certificate, which is also its authority. */
  servingCertificates: join(node.keysDir, 'pki', 'serving'),
  kubeconfig: join(node.keysDir, 'admin.kubeconfig'),
});

/** Makes what is missing; keys that exist stay, so that `up` can be run again. */
export function createCredentials(cluster: ClusterLayout): void {
  const files = credentialFiles(cluster);
  mkdirSync(join(cluster.dir, 'pki'), { recursive: true, mode: 0o700 });
  if (!existsSync(files.serviceAccountKey)) {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    writeFileSync(files.serviceAccountPublicKey, publicKey.export({ type: 'spki', format: 'pem' }));
    writeFileSync(files.serviceAccountKey, privateKey.export({ type: 'pkcs8', format: 'pem' }), {
      mode: 0o600,
    });
  }
  if (!existsSync(files.adminToken)) {
    writeFileSync(files.adminToken, randomBytes(24).toString('hex'), { mode: 0o600 });
  }
  writeFileSync(
    files.tokens,
    `${readFileSync(files.adminToken, 'utf8')},lab-admin,lab-admin,"system:masters"\n`,
    {
      mode: 0o600,
    },
  );
}

/** A kubeconfig with one context per cluster; the first is the current one. */
export function kubeconfigOf(clusters: readonly ClusterLayout[]): string {
  const entries = clusters.map((cluster) => ({
    cluster,
    ca: readFileSync(join(credentialFiles(cluster).servingCertificates, 'apiserver.crt')).toString('base64'),
    token: readFileSync(credentialFiles(cluster).adminToken, 'utf8'),
  }));
  // JSON is YAML: no serialiser is needed, and every tool reads it.
  return `${JSON.stringify(
    {
      apiVersion: 'v1',
      kind: 'Config',
      'current-context': clusters[0]?.name ?? '',
      clusters: entries.map(({ cluster, ca }) => ({
        name: cluster.name,
        cluster: { server: cluster.apiServer, 'certificate-authority-data': ca },
      })),
      users: entries.map(({ cluster, token }) => ({ name: `${cluster.name}-admin`, user: { token } })),
      contexts: entries.map(({ cluster }) => ({
        name: cluster.name,
        context: { cluster: cluster.name, user: `${cluster.name}-admin` },
      })),
    },
    null,
    2,
  )}\n`;
}
