import { describe, expect, it } from 'vitest';
import { PROBLEM_CODES, type ProblemCode } from '../fleet/file/problem.ts';
import { readFleetFile } from '../fleet/file/read.ts';
import { message } from './messages.ts';

/** A few lines that would be a billion values. */
const BOMB = `a0: &a0 [x, x]\n${Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(', ')}]`).join('\n')}\n`;

const HUB = 'name: fleet\nclusters:\n  - { name: hub, role: hub }\n';

/** One file for each problem: by its code, so that none is without its sentence. */
const FILES: Record<ProblemCode, string> = {
  'not-text': 'name: \u0000',
  'not-yaml': 'name: [',
  'several-documents': 'name: a\n---\nname: b\n',
  'too-many-aliases': BOMB,
  'duplicate-key': `${HUB}name: fleet\n`,
  'too-large': `# ${'x'.repeat(4 * 1024 * 1024)}`,
  'too-deep': `name: ${'['.repeat(100_000)}`,
  empty: '# nothing\n',
  'not-a-map': '- name: fleet\n',
  'unknown-field': `${HUB}nosuch: 1\n`,
  missing: 'name: fleet\n',
  'wrong-type': `${HUB}receive: { replicas: three }\n`,
  'not-one-of': `${HUB}profile: huge\n`,
  'out-of-range': `${HUB}receive: { replicas: 1000 }\n`,
  'not-a-name': HUB.replace('name: fleet', 'name: Fleet'),
  'not-a-host': `${HUB}logs: { host: 'a b' }\n`,
  'not-a-range': `${HUB}pagesFrom: [everywhere]\n`,
  'not-a-duration': `${HUB}agent: { scrapeInterval: soon }\n`,
  'not-a-size': `${HUB}store: { chunkPoolSize: 2Gi }\n`,
  'not-a-quantity': `${HUB}store: { storage: big }\n`,
  'not-a-version': `${HUB}versions: { thanos: latest }\n`,
  'not-a-label-name': `${HUB}identityLabel: a-b\n`,
  'not-a-url': `${HUB}remoteWrite: { url: 'ftp://x' }\n`,
  'not-a-key': `${HUB}objectStorage: { secret: { name: a, key: 'a/b' } }\n`,
  'not-a-channel': `${HUB}alertmanager: { slack: { url: { name: s }, routes: [{ severity: [info], channel: '# a' }] } }\n`,
  'not-a-registry': `${HUB}registry: 'A B'\n`,
  invalid: `${HUB}remoteWrite: { timeout: 1s, tenant: '${'x'.repeat(300)}' }\n`,
  'one-hub': 'name: fleet\nclusters:\n  - { name: a, role: edge }\n',
  'duplicate-cluster': `${HUB}  - { name: hub, role: edge, context: b, labels: { cluster: b } }\n`,
  'duplicate-context': `${HUB}  - { name: b, role: edge, context: hub }\n`,
  'duplicate-identity': `${HUB}  - { name: b, role: edge, labels: { cluster: hub } }\n`,
  'replica-label': `${HUB}  - { name: b, role: edge, labels: { receive_replica: x } }\n`,
  'replication-above-replicas': `${HUB}receive: { replicas: 1, replicationFactor: 3 }\n`,
  'quorum-of-all': `${HUB}versions: { thanos: 0.36.1 }\nreceive: { replicas: 2, replicationFactor: 2 }\n`,
  'system-namespace': `${HUB}namespace: kube-system\n`,
  'no-remote-write-url': `${HUB}  - { name: b, role: edge }\n`,
  'node-port-range': `${HUB}receive: { nodePort: 80 }\n`,
  'version-unsupported': `${HUB}versions: { thanos: 0.20.0 }\n`,
  'timeout-above-interval': `${HUB}agent: { scrapeInterval: 5s, scrapeTimeout: 10s }\n`,
  'shards-order': `${HUB}remoteWrite: { queue: { minShards: 9, maxShards: 1 } }\n`,
  'backoff-order': `${HUB}remoteWrite: { queue: { minBackoff: 9s, maxBackoff: 1s } }\n`,
  'bad-regex': `${HUB}remoteWrite: { drop: ['a('] }\n`,
  'retention-before-downsampling': `${HUB}compactor: { retention: { raw: 1h } }\n`,
  'gateway-incomplete': `${HUB}ingress: { controller: gateway, receiveHost: a.example }\n`,
  'ingress-host-missing': `${HUB}ingress: { controller: traefik }\n`,
  'log-host-missing': `${HUB}logs: { enabled: true }\n`,
  'cache-item-above-memory': `${HUB}cache: { memory: 16, maxItemSize: 16 }\n`,
  'mode-not-rendered': `${HUB}agent: { mode: server }\n`,
  'limit-below-request': `${HUB}store: { resources: { memory: 2Gi, memoryLimit: 1Gi } }\n`,
};

describe('problems of a fleet file', () => {
  it.each(Object.entries(FILES))('%s has its sentence in both languages', (code, text) => {
    const { problems } = readFleetFile(text);
    const found = problems.find((problem) => problem.code === code);
    // What no value of today's schema can bring about is only held to have a sentence.
    if (code !== 'invalid') expect(problems.map((problem) => problem.code)).toContain(code);
    for (const language of ['en', 'ko'] as const) {
      const params = found?.params ?? { field: 'x', detail: 'y' };
      expect(message(language, `fleet.problem.${code as ProblemCode}`, params)).not.toMatch(/[{}]|undefined/);
    }
  });

  it('all codes are here', () => {
    expect(Object.keys(FILES).sort()).toEqual([...PROBLEM_CODES].sort());
  });
});
