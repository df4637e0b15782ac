import { execFile } from 'node:child_process';
import type { KubeConfig } from '@kubernetes/client-node/dist/config.js';
import { at, list, text } from '../evidence/json.ts';

const MAX_OUTPUT = 1024 * 1024;

/**
 * Runs the user's credential plugin (`users[].user.exec`) itself and puts what it gives in its place: with a time
 * limit, an output limit and no terminal, which the client library does not have.
 * Contract: https://kubernetes.io/docs/reference/access-authn-authz/authentication/#client-go-credential-plugins
 */
export async function runCredentialPlugin(config: KubeConfig, timeoutMs: number): Promise<void> {
  const user = config.getCurrentUser();
  const exec: unknown = user?.exec;
  const command = text(exec, 'command');
  if (!user || command === undefined) return;
  const apiVersion = text(exec, 'apiVersion') ?? 'client.authentication.k8s.io/v1';
  const variables = list(exec, 'env').map((entry) => [text(entry, 'name') ?? '', text(entry, 'value') ?? '']);
  const info = {
    apiVersion,
    kind: 'ExecCredential',
    spec: {
      interactive: false,
      ...(at(exec, 'provideClusterInfo') === true && { cluster: clusterInfo(config) }),
    },
  };
  const output = await run(command, list(exec, 'args').map(String), timeoutMs, {
    ...process.env,
    ...Object.fromEntries(variables.filter(([name]) => name !== '')),
    KUBERNETES_EXEC_INFO: JSON.stringify(info),
  });
  const status = at(parse(command, output), 'status');
  const token = text(status, 'token');
  const certData = text(status, 'clientCertificateData');
  const keyData = text(status, 'clientKeyData');
  if (token === undefined && certData === undefined)
    throw new Error(`${command}: no credential in its output`);
  const encode = (pem: string) => Buffer.from(pem).toString('base64');
  const { exec: _, ...rest } = user;
  const given = {
    ...rest,
    ...(token !== undefined && { token }),
    ...(certData !== undefined && { certData: encode(certData) }),
    ...(keyData !== undefined && { keyData: encode(keyData) }),
  };
  config.users = config.users.map((other) => (other.name === user.name ? given : other));
}

function clusterInfo(config: KubeConfig): object {
  const cluster = config.getCurrentCluster();
  return {
    server: cluster?.server,
    'certificate-authority-data': cluster?.caData,
    'insecure-skip-tls-verify': cluster?.skipTLSVerify,
    'tls-server-name': cluster?.tlsServerName,
  };
}

function run(command: string, args: string[], timeoutMs: number, env: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { env, timeout: timeoutMs, maxBuffer: MAX_OUTPUT, killSignal: 'SIGKILL' as const };
    const child = execFile(command, args, options, (error, stdout, stderr) => {
      if (!error) return resolve(stdout);
      const said = stderr.trim().split('\n').at(-1)?.slice(0, 200);
      const why = error.killed ? `no credentials within ${timeoutMs} ms` : said || `exit ${error.code}`;
      reject(new Error(`${command}: ${why}`));
    });
    child.stdin?.on('error', () => {});
    child.stdin?.end();
    // A child of the plugin may hold its output open after it was killed.
    setTimeout(
      () => reject(new Error(`${command}: no credentials within ${timeoutMs} ms`)),
      timeoutMs + 200,
    ).unref();
  });
}

function parse(command: string, output: string): unknown {
  try {
    return JSON.parse(output);
  } catch {
    throw new Error(`${command}: its output is not JSON`);
  }
}
