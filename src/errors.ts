import type { MessageKey, MessageParams } from './messages/messages.ts';

/** Exit codes, everywhere: see `docs/exit-codes.md`. */
export const EXIT = { nothingWrong: 0, somethingFound: 1, usage: 2, blind: 3 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/**
 * The closed table of operational errors. A code is what happened and what to do about it, both as message
 * keys; an error that is not in the table is a defect of ours and is thrown on with its stack.
 */
export const ERRORS = {
  'usage/invalid': { hint: 'error.usage/invalid.hint' },
  'usage/with-bundle': { hint: 'error.usage/with-bundle.hint' },
  'usage/number': { hint: 'error.usage/invalid.hint' },
  'kubeconfig/missing': { hint: 'error.kubeconfig/missing.hint' },
  'kubeconfig/unreadable': { hint: 'error.kubeconfig/unreadable.hint' },
  'kubeconfig/unknown-context': { hint: 'error.kubeconfig/unknown-context.hint' },
  'kubeconfig/no-context': { hint: 'error.kubeconfig/no-context.hint' },
  'bundle/missing': { hint: 'error.bundle/missing.hint' },
  'bundle/truncated': { hint: 'error.bundle/truncated.hint' },
  'bundle/foreign': { hint: 'error.bundle/foreign.hint' },
  'bundle/too-large': { hint: 'error.bundle/too-large.hint' },
  'bundle/line-too-large': { hint: 'error.bundle/too-large.hint' },
  'bundle/trailing': { hint: 'error.bundle/truncated.hint' },
  'bundle/version': { hint: 'error.bundle/version.hint' },
  'explain/unreadable': { hint: 'error.explain/unreadable.hint' },
  'explain/unreadable-input': { hint: 'error.explain/unreadable.hint' },
  'explain/binary': { hint: 'error.explain/binary.hint' },
  'explain/binary-input': { hint: 'error.explain/binary.hint' },
  'explain/empty': { hint: 'error.explain/unreadable.hint' },
  'explain/empty-input': { hint: 'error.explain/unreadable.hint' },
  'modes/unknown': { hint: 'error.modes/unknown.hint' },
  'modes/close': { hint: 'error.modes/unknown.hint' },
  'fleet/missing': { hint: 'error.fleet/missing.hint' },
  'fleet/not-ours': { hint: 'error.fleet/not-ours.hint' },
  'fleet/refused-by-schema': { hint: 'error.fleet/refused-by-schema.hint' },
  'fleet/secret-file': { hint: 'error.fleet/secret-file.hint' },
  'deploy/credentials': { hint: 'error.deploy/credentials.hint' },
  'deploy/unauthorized': { hint: 'error.deploy/credentials.hint' },
  'deploy/unreachable': { hint: 'error.deploy/credentials.hint' },
  'deploy/inventory': { hint: 'error.deploy/inventory.hint' },
  'deploy/other-fleet': { hint: 'error.deploy/other-fleet.hint' },
  'deploy/unconfirmed': { hint: 'error.deploy/unconfirmed.hint' },
  'output/link': { hint: 'error.output/link.hint' },
  'output/not-ours': { hint: 'error.output/not-ours.hint' },
  'fleet/invalid': { hint: 'error.fleet/invalid.hint' },
  'output/exists': { hint: 'error.output/exists.hint' },
  'output/unwritable': { hint: 'error.output/unwritable.hint' },
  'lab/unsupported': { hint: 'error.lab/unsupported.hint' },
  'lab/missing': { hint: 'error.lab/missing.hint' },
  'lab/settings-differ': { hint: 'error.lab/settings-differ.hint' },
  'lab/tool-failed': { hint: 'error.lab/tool-failed.hint' },
  'lab/not-ready': { hint: 'error.lab/not-ready.hint' },
  'lab/busy': { hint: 'error.lab/busy.hint' },
  'lab/no-slot': { hint: 'error.lab/no-slot.hint' },
} as const satisfies Record<string, { hint: MessageKey }>;

export type ErrorCode = keyof typeof ERRORS;

/** An operational error: one clear line and a hint. It always ends the command with exit code 2. */
export class MedicError extends Error {
  readonly code: ErrorCode;
  readonly params: MessageParams;

  constructor(code: ErrorCode, params: MessageParams = {}, options?: { cause?: unknown }) {
    super(code, options);
    this.name = 'MedicError';
    this.code = code;
    this.params = params;
  }
}

/** The text of anything that was thrown, in one line. Several errors as one (of both addresses of a host) have only a code. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error).split('\n', 1)[0] ?? '';
  const { code } = error as NodeJS.ErrnoException;
  return error.message.split('\n', 1)[0] || code || error.name;
}
