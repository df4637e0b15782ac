import { describe, expect, it } from 'vitest';
import { PROFILES } from './profiles.ts';
import { readFleetFile } from './read.ts';
import { resolveFleet } from './resolve.ts';

const CLUSTERS = `clusters:
  - { name: a, role: hub }
  - { name: b, role: edge }
ingress: { controller: traefik, receiveHost: receive.example }
`;

/** `line:column code` of everything that is wrong. */
const problemsOf = (text: string): string[] =>
  readFleetFile(text).problems.map(({ line, column, code }) => `${line}:${column} ${code}`);

describe('a fleet.yaml that is right', () => {
  it('needs a name and clusters, and has a value for everything else', () => {
    const { file, problems } = readFleetFile(`name: shop\n${CLUSTERS}`);
    expect(problems).toEqual([]);
    const fleet = resolveFleet(file ?? (undefined as never));
    expect(fleet.profile).toBe('small');
    expect(fleet.receive.replicationFactor).toBe(1);
    expect(fleet.clusters.map(({ labels, context, namespace }) => ({ labels, context, namespace }))).toEqual([
      { labels: { cluster: 'a' }, context: 'a', namespace: 'monitoring' },
      { labels: { cluster: 'b' }, context: 'b', namespace: 'monitoring' },
    ]);
  });

  it.each(Object.keys(PROFILES))('profile %s is right by itself', (profile) => {
    expect(problemsOf(`name: shop\nprofile: ${profile}\n${CLUSTERS}`)).toEqual([]);
  });

  it('production has three Receives that replicate three times, apart from each other', () => {
    const { receive, antiAffinity, disruptionBudgets } = PROFILES.production;
    expect([receive.replicas, receive.replicationFactor, antiAffinity, disruptionBudgets]).toEqual([
      ...[3, 3, 'required', true],
    ]);
  });

  it('edges write to the ingress, the hub to itself', () => {
    const text = `name: shop\n${CLUSTERS.replace('receiveHost:', 'tlsSecret: t, port: 8443, receiveHost:')}`;
    const fleet = resolveFleet(readFleetFile(text).file ?? (undefined as never));
    expect(fleet.clusters.map(({ remoteWrite }) => remoteWrite.url)).toEqual([
      'http://thanos-receive.monitoring.svc:19291/api/v1/receive',
      'https://receive.example:8443/api/v1/receive',
    ]);
  });

  it("a cluster's own settings go before the fleet's, and leave the rest", () => {
    const text = `name: shop
agent: { scrapeInterval: 15s }
clusters:
  - { name: a, role: hub }
  - { name: b, role: edge, agent: { scrapeTimeout: 5s }, remoteWrite: { queue: { maxShards: 7 } } }
ingress: { controller: traefik, receiveHost: receive.example }
`;
    const [hub, edge] = resolveFleet(readFleetFile(text).file ?? (undefined as never)).clusters;
    expect([hub?.agent.scrapeInterval, hub?.agent.scrapeTimeout]).toEqual(['15s', '10s']);
    expect([edge?.agent.scrapeInterval, edge?.agent.scrapeTimeout]).toEqual(['15s', '5s']);
    expect([edge?.remoteWrite.queue.maxShards, edge?.remoteWrite.queue.capacity]).toEqual([7, 10_000]);
  });
});

describe('a fleet.yaml that is wrong is told where', () => {
  it.each([
    ['a field that does not exist', `name: shop\nreciever: {}\n${CLUSTERS}`, ['2:1 unknown-field']],
    ['a missing field', 'name: shop\n', ['1:1 missing']],
    ['a wrong type', `name: shop\nreceive:\n  replicas: three\n${CLUSTERS}`, ['3:13 wrong-type']],
    ['a wrong unit', `name: shop\nreceive: { retention: 2 days }\n${CLUSTERS}`, ['2:23 not-a-duration']],
    ['a wrong choice', `name: shop\nprofile: big\n${CLUSTERS}`, ['2:10 not-one-of']],
    ['a number out of range', `name: shop\nreceive: { replicas: -1 }\n${CLUSTERS}`, ['2:22 out-of-range']],
    ['what is no YAML', 'name: [shop\n', ['2:1 not-yaml']],
    ['a key that is there twice', `name: shop\nname: shop\n${CLUSTERS}`, ['2:1 duplicate-key']],
    ['an empty file', '', ['1:1 empty']],
    ['a file of comments', '# nothing\n', ['1:1 empty']],
    ['a list', '- name: shop\n', ['1:1 not-a-map']],
    ['a word', 'hello', ['1:1 not-a-map']],
    [
      'bytes that are no text',
      `name: shop\nprofile: \ufffd\u0000\u0001\n${'\u0002: [\n'.repeat(90)}`,
      ['2:10 not-text'],
    ],
  ])('%s', (_, text, expected) => {
    expect(problemsOf(text)).toEqual(expected);
  });

  it('contradictions: identities, contexts, hubs', () => {
    const text = `name: shop
clusters:
  - { name: a, role: hub }
  - { name: b, role: hub, context: a }
  - { name: c, role: edge, labels: { cluster: b } }
remoteWrite: { url: 'http://receive.example/api/v1/receive' }
`;
    expect(problemsOf(text)).toEqual(['4:22 one-hub', '4:36 duplicate-context', '5:47 duplicate-identity']);
  });

  it('a role may be left out of what medic does not deploy, and nowhere else', () => {
    const text = 'name: shop\nclusters:\n  - { name: a }\n  - { name: b, role: edge }\n';
    const url = "remoteWrite: { url: 'http://receive.example/api/v1/receive' }\n";
    expect(problemsOf(`${text}${url}`)).toEqual(['3:5 missing']);
    expect(problemsOf(`${text}deployedBy: other\n`)).toEqual([]);
    expect(problemsOf(`${text.replace('a }', 'a, role: edge }')}deployedBy: other\n`)).toEqual([
      '3:3 one-hub',
    ]);
  });

  it.each([
    ['replication above the replicas', 'receive: { replicationFactor: 3 }', 'replication-above-replicas'],
    ['a namespace of Kubernetes', 'namespace: kube-system', 'system-namespace'],
    ['a namespace of OpenShift', 'namespace: openshift-monitoring', 'system-namespace'],
    [
      'writes that need every replica',
      'receive: { replicas: 2, replicationFactor: 2 }\nversions: { thanos: 0.36.1 }',
      'quorum-of-all',
    ],
    ['a node port that no cluster has', 'receive: { nodePort: 39090 }', 'node-port-range'],
    ['a version that is not supported', 'versions: { thanos: 0.20.0 }', 'version-unsupported'],
    ['a timeout above the interval', 'agent: { scrapeTimeout: 2m }', 'timeout-above-interval'],
    ['shards the wrong way round', 'remoteWrite: { queue: { minShards: 99 } }', 'shards-order'],
    ['a filter that is no expression', "remoteWrite: { drop: ['go_('] }", 'bad-regex'],
    ['an expression that Go does not know', "remoteWrite: { drop: ['(?=a)'] }", 'bad-regex'],
    ['raw data that goes too soon', 'compactor: { retention: { raw: 1d } }', 'retention-before-downsampling'],
    ['a limit below the request', 'store: { resources: { memoryLimit: 1Mi } }', 'limit-below-request'],
    ['logs that go nowhere', 'logs: { enabled: true }', 'log-host-missing'],
    ['a mode that is not rendered', 'agent: { mode: server }', 'mode-not-rendered'],
  ])('%s', (_, line, code) => {
    const found = readFleetFile(`name: shop\n${line}\n${CLUSTERS}`).problems;
    expect(found.map((problem) => [problem.code, problem.line])).toEqual([[code, 2]]);
  });

  it('two replicas are enough of Thanos that is content with one of them', () => {
    expect(problemsOf(`name: shop\nreceive: { replicas: 2, replicationFactor: 2 }\n${CLUSTERS}`)).toEqual([]);
  });

  it("a namespace of the system, of the fleet once and of each cluster's own", () => {
    const own = CLUSTERS.replace('role: edge', 'role: edge, namespace: kube-public');
    expect(problemsOf(`name: shop\nnamespace: kube-system\n${own}`)).toEqual([
      '2:12 system-namespace',
      '5:39 system-namespace',
    ]);
    expect(problemsOf(`name: shop\nnamespace: kubernetes-monitoring\n${CLUSTERS}`)).toEqual([]);
    expect(problemsOf(`name: shop\nnamespace: kube-system\ndeployedBy: other\n${CLUSTERS}`)).toEqual([]);
  });

  it('an edge that does not know where to write', () => {
    const text = 'name: shop\nclusters:\n  - { name: a, role: hub }\n  - { name: b, role: edge }\n';
    expect(problemsOf(text)).toEqual(['4:5 no-remote-write-url']);
  });

  it.each([
    ['lists in lists', '['.repeat(100_000)],
    ['maps in maps', '{a: '.repeat(50_000)],
    ['maps in maps, closed', `${'{a: '.repeat(5000)}1${'}'.repeat(5000)}`],
  ])('%s: told once, on its line', (_, value) => {
    const found = problemsOf(`name: shop\nclusters: ${value}\n`);
    expect(found).toEqual([expect.stringMatching(/^2:\d+ too-deep$/)]);
  });

  it('everything that is wrong is counted, and the first of it placed', () => {
    const many = readFleetFile(
      `name: shop\n${CLUSTERS}${Array.from({ length: 50_000 }, (_, index) => `k${index}: 1\n`).join('')}`,
    );
    expect(many).toMatchObject({ file: null, count: 50_000 });
    expect(many.problems).toHaveLength(50);
    expect(readFleetFile('a: 1\n'.repeat(150_000))).toMatchObject({ count: 149_999 });
  });

  it('hostile input costs no more than itself', () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefgh'
      .split('')
      .map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(',')}]`)
      .join('\n')}\n`;
    expect(() => readFleetFile(bomb)).not.toThrow();
    expect(
      problemsOf(`name: shop\nagent: { scrapeInterval: ${'1s'.repeat(100_000)}x }\n${CLUSTERS}`),
    ).toEqual(['2:26 not-a-duration']);
    expect(readFleetFile('x'.repeat(5_000_000)).problems.map(({ code }) => code)).toEqual(['too-large']);
  });
});
