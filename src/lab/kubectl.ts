import { join } from 'node:path';
import { run } from './shell.ts';

/** `kubectl` of the lab, with the lab's kubeconfig. */
export type Kubectl = (context: string, args: readonly string[], input?: string) => Promise<string>;

export function kubectlFor(bin: string, kubeconfig: string): Kubectl {
  return (context, args, input) =>
    run(join(bin, 'kubectl'), [`--kubeconfig=${kubeconfig}`, `--context=${context}`, ...args], {
      timeoutMs: 120_000,
      ...(input !== undefined && { input }),
    });
}
