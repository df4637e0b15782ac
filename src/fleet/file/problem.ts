/** What is wrong with a `fleet.yaml`; each is a sentence `fleet.problem.<code>` of the message catalogue. */
export const PROBLEM_CODES = [
  ...([
    'not-text',
    'not-yaml',
    'several-documents',
    'too-many-aliases',
    'duplicate-key',
    'too-large',
    'too-deep',
    'empty',
    'not-a-map',
    'unknown-field',
    'missing',
    'wrong-type',
    'not-one-of',
    'out-of-range',
  ] as const),
  ...([
    'not-a-name',
    'not-a-host',
    'not-a-duration',
    'not-a-size',
    'not-a-quantity',
    'not-a-version',
  ] as const),
  ...([
    'not-a-label-name',
    'not-a-url',
    'not-a-key',
    'not-a-channel',
    'not-a-registry',
    'not-a-range',
    'invalid',
  ] as const),
  ...(['one-hub', 'duplicate-cluster', 'duplicate-context', 'duplicate-identity', 'replica-label'] as const),
  ...(['replication-above-replicas', 'quorum-of-all', 'no-remote-write-url', 'node-port-range'] as const),
  ...(['system-namespace'] as const),
  ...([
    'version-unsupported',
    'timeout-above-interval',
    'shards-order',
    'backoff-order',
    'bad-regex',
  ] as const),
  ...([
    'retention-before-downsampling',
    'gateway-incomplete',
    'ingress-host-missing',
    'log-host-missing',
  ] as const),
  ...(['cache-item-above-memory', 'mode-not-rendered', 'limit-below-request'] as const),
] as const;

export type ProblemCode = (typeof PROBLEM_CODES)[number];

export interface FleetProblem {
  code: ProblemCode;
  /** Where in the file's tree. */
  path: readonly (string | number)[];
  params: Readonly<Record<string, string | number>>;
}

/** A problem with its place in the text. Lines and columns begin with 1. */
export interface PlacedProblem extends FleetProblem {
  line: number;
  column: number;
}

/** `receive.replicas`, `clusters[2].labels.region`. */
export function pathText(path: readonly (string | number)[]): string {
  return path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`))
    .join('');
}
