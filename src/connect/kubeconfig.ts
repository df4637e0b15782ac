import { existsSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { KubeConfig } from '@kubernetes/client-node/dist/config.js';
import { MedicError, reasonOf } from '../errors.ts';
import { isContextName } from '../evidence/json.ts';

/** The contexts to ask, each with a configuration of its own: credentials are fetched per context. */
export interface ContextConfig {
  name: string;
  server: string;
  config: KubeConfig;
}

const MAX_KUBECONFIG_BYTES = 10 * 1024 * 1024;

/**
 * Reads kubeconfig files as kubectl does: the file that was named, else `KUBECONFIG`, else `~/.kube/config`.
 * Without `contexts` these are all contexts; several names for one cluster count once.
 */
export function readContexts(options: {
  kubeconfig?: string;
  contexts?: readonly string[];
}): ContextConfig[] {
  const files = kubeconfigFiles(options.kubeconfig);
  const merged = load(files);
  const known = merged.contexts
    .map((context) => context?.name)
    .filter((name) => typeof name === 'string' && isContextName(name));
  if (known.length === 0) throw new MedicError('kubeconfig/no-context', { path: files.join(delimiter) });
  for (const context of options.contexts ?? []) {
    if (!known.includes(context)) {
      throw new MedicError('kubeconfig/unknown-context', { context, known: known.slice(0, 20).join(', ') });
    }
  }
  const contexts = [...new Set(options.contexts ?? known)].map((name) => {
    const config = load(files);
    config.setCurrentContext(name);
    return { name, server: config.getCurrentCluster()?.server ?? '', config };
  });
  return options.contexts ? contexts : onePerServer(contexts, merged.currentContext);
}

function kubeconfigFiles(named: string | undefined): string[] {
  const fromEnvironment = (process.env.KUBECONFIG ?? '').split(delimiter).filter(Boolean);
  const candidates = named
    ? [named]
    : fromEnvironment.length > 0
      ? fromEnvironment
      : [join(homedir(), '.kube', 'config')];
  const files = candidates.filter((file) => existsSync(file));
  // As with kubectl, a file of a list may be absent, but not all of them.
  if (files.length === 0) throw new MedicError('kubeconfig/missing', { path: candidates.join(delimiter) });
  return files;
}

function load(files: readonly string[]): KubeConfig {
  let merged: KubeConfig | undefined;
  for (const path of files) {
    const config = new KubeConfig();
    try {
      const stat = statSync(path);
      if (!stat.isFile()) throw new Error('not a file');
      const { size } = stat;
      if (size > MAX_KUBECONFIG_BYTES) throw new Error(`${size} bytes`);
      config.loadFromFile(path);
    } catch (error) {
      throw new MedicError('kubeconfig/unreadable', { path, detail: reasonOf(error) }, { cause: error });
    }
    if (merged) merged.mergeConfig(config, true);
    else merged = config;
  }
  return merged as KubeConfig;
}

function onePerServer(contexts: readonly ContextConfig[], current: string): ContextConfig[] {
  const chosen = new Map<string, ContextConfig>();
  for (const context of contexts) {
    if (!chosen.has(context.server) || context.name === current) chosen.set(context.server, context);
  }
  return contexts.filter((context) => chosen.get(context.server) === context);
}
