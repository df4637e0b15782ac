import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainLines } from '../catalogue/texts.testing.ts';
import type { Explained } from '../report/explained.ts';
import { textCauseWords } from '../report/words.ts';
import { explainText } from './explain.ts';

const UNAUTHORIZED =
  'ts=2024-06-03T22:09:41.128Z caller=dedupe.go:112 component=remote level=error remote_name=43e475 url=https://receive.example/api/v1/receive msg="non-recoverable error" count=1975 err="server returned HTTP status 401 Unauthorized: no credentials"';
const MODE = 'remote-write/auth-rejected';

const explainBytes = (...chunks: Buffer[]): Promise<Explained> =>
  explainText({ stream: Readable.from(chunks), name: 'test' }, { engine: 'test', now: new Date(0) });

const modesOf = ({ causes }: Explained) => causes.map(({ mode }) => mode.id as string);
const confirmed = ({ causes }: Explained) =>
  causes.filter(({ probability }) => probability >= 0.5).map(({ mode }) => mode.id as string);

const wrappedAt = (line: string, width: number) =>
  line.match(new RegExp(`.{1,${width}}`, 'g'))?.join('\n') ?? '';

describe('a line, however it was wrapped', () => {
  const log = JSON.stringify({ log: `${UNAUTHORIZED}\n`, stream: 'stderr', time: '2024-06-03T22:09:41Z' });
  it.each<[string, string]>([
    ['colours', UNAUTHORIZED.replace('status 401', '\u001b[31mstatus\u001b[0m 401')],
    ['a mail', UNAUTHORIZED.replace(/^/gm, '> > ')],
    ['a chat', `alice  10:42 AM\n\`\`\`\n${UNAUTHORIZED}\n\`\`\`\n이거 왜 이러죠?`],
    ['Korean comments between', `아래 로그 확인 부탁드립니다\n${UNAUTHORIZED}\n어제부터 계속 나옵니다`],
    ['a terminal of 80 columns', wrappedAt(UNAUTHORIZED, 80)],
    ['a terminal of 120 columns', wrappedAt(UNAUTHORIZED, 120)],
    ['a quoted terminal', wrappedAt(UNAUTHORIZED, 80).replace(/^/gm, '> ')],
    ['an editor that breaks at blanks', UNAUTHORIZED.replace('HTTP status', 'HTTP\nstatus')],
    ['CRI', `2024-06-03T22:09:41.128Z stderr F ${UNAUTHORIZED}`],
    ["Docker's json-file", log],
    ['Fluent Bit around Docker', JSON.stringify({ log, kubernetes: { pod_name: 'agent-0' } })],
    ['a hit of OpenSearch', JSON.stringify({ _index: 'x', _source: { log, '@timestamp': '2024' } })],
    [
      'an export of OpenSearch',
      JSON.stringify({ hits: { hits: [{ _source: { message: UNAUTHORIZED } }] } }, null, 2),
    ],
    [
      'an answer of Loki',
      JSON.stringify({
        data: { result: [{ stream: { pod: 'a' }, values: [['1717452581128000000', UNAUTHORIZED]] }] },
      }),
    ],
    [
      'CSV of CloudWatch',
      `@timestamp,@message\n2024-06-03 22:09:41.128,"${UNAUTHORIZED.replaceAll('"', '""')}"`,
    ],
    ['JSON of CloudWatch', JSON.stringify({ results: [[{ field: '@message', value: UNAUTHORIZED }]] })],
    [
      'a record that was cut',
      `${JSON.stringify({ _source: { log, kubernetes: { labels: {} } } }).slice(0, -40)}`,
    ],
    [
      'slashes and signs by number',
      log.replaceAll('/', '\\/').replaceAll('=', '\\u003d').replaceAll('\\u003d', '='),
    ],
    ['returns at the ends of lines', `start\r\n${UNAUTHORIZED}\r\nend`],
  ])('speaks: %s', async (_, text) => {
    expect(modesOf(await explainLines(text))[0]).toBe(MODE);
  });

  it.each([1, 7, 4096])('speaks in UTF-16, in chunks of %d', async (size) => {
    for (const bytes of [
      Buffer.from(`\ufeff${UNAUTHORIZED} 한국어`, 'utf16le'),
      Buffer.from(`${UNAUTHORIZED} 한국어`, 'utf16le'),
      Buffer.from(`\ufeff${UNAUTHORIZED}`, 'utf16le').swap16(),
    ]) {
      const chunks: Buffer[] = [];
      for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.subarray(at, at + size));
      expect(modesOf(await explainBytes(...chunks))[0]).toBe(MODE);
    }
  });

  it('speaks beside text in another encoding, which UTF-8 cannot have', async () => {
    const korean = Buffer.from([0xbe, 0xc8, 0xb3, 0xe7, 0xc7, 0xcf, 0xbc, 0xbc, 0xbf, 0xe4, 0x0a]);
    expect(modesOf(await explainBytes(korean, Buffer.from(UNAUTHORIZED)))[0]).toBe(MODE);
  });

  it('is no text where it is an archive, whatever its first bytes are', async () => {
    await expect(explainBytes(Buffer.alloc(9000, 0xff))).rejects.toMatchObject({ code: 'explain/binary' });
    await expect(
      explainBytes(Buffer.from('P'), Buffer.from('K\u0003\u0004\u0000\u0000')),
    ).rejects.toMatchObject({
      code: 'explain/binary',
    });
  });

  const access = (path: string, status: number) =>
    `10.42.0.7 - - [22/Nov/2026:03:02:58 +0000] "POST ${path} HTTP/1.1" ${status} 0 "-" "x"`;
  it.each<[string, string]>([
    [
      'access logs',
      [
        access('/api/v1/receive', 200).padEnd(100, ' '),
        access('/api/v1/receive', 200).padEnd(100, ' '),
        access('/dash', 404),
      ].join('\n'),
    ],
    [
      'access logs that end with the path',
      `${'x'.repeat(40)} - - [22/Nov/2026:03:02:58 +0000] "POST /api/v1/receive HTTP/1.1\n${'y'.repeat(20)} - - [22/Nov/2026:03:02:58 +0000] "GET /x HTTP/1.1" 404 `,
    ],
    [
      'containers of docker compose',
      'thanos-sidecar  | level=info msg="upload new block" caller=shipper.go:337 bucket thanos"\nshop            | err="Access Denied" of a customer',
    ],
    [
      'lines with one first word',
      `agent-0 ${'remote_name '.repeat(9)}\nagent-1 server returned HTTP status 404`,
    ],
  ])('does not join records: %s', async (_, text) => {
    const joined = ['remote-write/url-wrong', 'objstore/access-denied'];
    expect(modesOf(await explainLines(text)).filter((mode) => joined.includes(mode))).toEqual([]);
  });

  it('does not join what two records say', async () => {
    const one = 'level=error msg="x" remote_name=a err="timeout"';
    const two = 'level=info msg="y" err="server returned HTTP status 401"';
    expect(modesOf(await explainLines(`${one}\n${two}`))).not.toContain(MODE);
  });
});

describe('configuration and documents', () => {
  const RULES = `groups:
  - name: receive
    rules:
      - alert: ThanosReceiveIsDown
        expr: absent(up{job="thanos-receive"} == 1)
        annotations:
          description: server returned HTTP status 401 for remote_name {{ $labels.remote_name }}, CrashLoopBackOff
          summary: Thanos Receive has disappeared, the target is gone`;
  const PROMETHEUS = `# server returned HTTP status 401 remote_name
global:
  scrape_interval: 15s
  external_labels:
    cluster: edge-1
remote_write:
  - url: http://receive:19291/api/v1/receive
    # CrashLoopBackOff happened here once
    write_relabel_configs:
      - regex: 'OOMKilled|ImagePullBackOff'
        action: drop
scrape_configs:
  - job_name: a
    static_configs:
      - targets: ['a:1']`;

  it.each<[string, string]>([
    ['a file of rules', RULES],
    ['a part of it', RULES.split('\n').slice(3).join('\n')],
    [
      'rules as JSON',
      JSON.stringify({ groups: [{ rules: [{ alert: 'ThanosCompactHalted', expr: 'x' }] }] }, null, 2),
    ],
    [
      'a PrometheusRule',
      `apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\nmetadata:\n  name: x\nspec:\n${RULES.replace(/^/gm, '  ')}`,
    ],
    ["Prometheus' file", PROMETHEUS],
    [
      "Alertmanager's file",
      'route:\n  receiver: x\nreceivers:\n  - name: x\n    slack_configs:\n      - text: "KubePodCrashLooping OOMKilled"',
    ],
    [
      'a dashboard',
      JSON.stringify(
        { schemaVersion: 39, panels: [{ title: 'OOMKilled', targets: [{ expr: 'x' }] }] },
        null,
        2,
      ),
    ],
    ['metrics with help', '# HELP x CrashLoopBackOff OOMKilled\n# TYPE x counter\nx 1'],
    [
      'a rule that does not fire',
      JSON.stringify({
        data: { groups: [{ rules: [{ name: 'ThanosCompactHalted', state: 'inactive', alerts: [] }] }] },
      }),
    ],
    [
      'an alert that is over',
      JSON.stringify(
        { alerts: [{ status: 'resolved', labels: { alertname: 'ThanosCompactHalted' } }] },
        null,
        2,
      ),
    ],
  ])('%s tells nothing that happened', async (_, text) => {
    expect(modesOf(await explainLines(text))).toEqual([]);
  });

  it('speak for what they show by themselves', async () => {
    const unlabelled = PROMETHEUS.replace('  external_labels:\n    cluster: edge-1\n', '');
    expect(confirmed(await explainLines(unlabelled))).toEqual(['agent/external-labels-missing']);
    const silent = 'global:\n  scrape_interval: 15s\nremote_write: []\nscrape_configs:\n  - job_name: a';
    expect(confirmed(await explainLines(silent))).toEqual(['remote-write/not-configured']);
    const agent = `args: --agent --config.file=x\n\n---\nglobal:\n  scrape_interval: 15s\nscrape_configs:\n  - job_name: a`;
    expect(confirmed(await explainLines(agent))).toEqual(['remote-write/not-configured']);
    const twice = PROMETHEUS.replace('remote_write:', 'global: {}\nremote_write:');
    expect(confirmed(await explainLines(twice))).toEqual(['workload/config-invalid']);
  });

  it.each([
    [
      'no remote write, and nothing says that it is an Agent',
      'global:\n  scrape_interval: 15s\nscrape_configs:\n  - job_name: a',
    ],
    [
      'a part without the global section',
      'remote_write:\n  - url: http://x/api/v1/receive\n    queue_config: {}',
    ],
    ['a file that was cut', `${PROMETHEUS.slice(0, -12)}`],
    [
      'a file with an elision',
      `global:\n  external_labels: {a: b}\n...\nremote_write:\n  - url: x\n   broken: y`,
    ],
  ])('claim nothing for %s', async (_, text) => {
    expect(modesOf(await explainLines(text))).toEqual([]);
  });

  it('leave the log beside them its voice', async () => {
    expect(modesOf(await explainLines(`${UNAUTHORIZED}\n\nprometheus.yml:\n${PROMETHEUS}`))[0]).toBe(MODE);
    expect(modesOf(await explainLines(`${RULES}\n\n${UNAUTHORIZED}`))[0]).toBe(MODE);
  });

  it('a page of ours confirms nothing', async () => {
    const dir = join(import.meta.dirname, '..', '..', 'docs');
    const pages = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.md'),
    );
    expect(pages.length).toBeGreaterThan(100);
    for (const page of pages)
      expect(confirmed(await explainLines(readFileSync(join(dir, page), 'utf8'))), page).toEqual([]);
  });
});

describe('what is said at every start as well', () => {
  const probe = (age: string) =>
    `  Warning  Unhealthy  ${age}  kubelet  Readiness probe failed: HTTP probe failed with statuscode: 503`;
  it.each([
    ['once', probe('12s'), true],
    ['a few times, then no more', probe('49m (x4 over 49m)'), true],
    ['for a minute', probe('5s (x6 over 55s)'), true],
    ['for days', probe('86s (x25710 over 2d23h)'), false],
    ['for minutes', probe('10s (x30 over 5m)'), false],
    [
      'often, as an event',
      '{"kind":"Event","count":40,"reason":"Unhealthy","message":"Readiness probe failed: x"}',
      false,
    ],
  ])('%s', async (_, text, isPassing) => {
    const { causes } = await explainLines(text);
    expect(causes[0]?.mode.id).toBe('workload/probe-failing');
    expect(causes[0]?.isPassing).toBe(isPassing);
    expect((causes[0]?.probability ?? 1) >= 0.5).toBe(!isPassing);
  });

  it('is a fault where the kubelet acted on it', async () => {
    const { causes } = await explainLines('Container prometheus failed liveness probe, will be restarted');
    expect(causes[0]?.probability).toBeGreaterThan(0.5);
  });
});

describe('the objects that a text names', () => {
  const commandsOf = async (text: string): Promise<string> => {
    const { causes } = await explainLines(text);
    const [first] = causes;
    if (!first) throw new Error(`nothing recognised: ${text}`);
    const { immediate, permanent, verify } = textCauseWords('en', first);
    return [...immediate, ...permanent, ...verify].flatMap(({ commands }) => commands).join('\n');
  };

  it.each<[string, string, RegExp]>([
    [
      'an event',
      '5m  Warning  BackOff  pod/thanos-query-5784854744-8b8rd  Back-off pulling image "x" namespace=mon',
      /-n mon .*deployment\/thanos-query\b|-n mon .*thanos-query-5784854744-8b8rd/,
    ],
    [
      'a description',
      'Name:  thanos-receive-0\nNamespace:  metrics\nNode:  n1/10.0.0.1\nControlled By:  StatefulSet/thanos-receive\n    State:  Waiting\n      Reason:  ImagePullBackOff',
      /-n metrics .*(?:statefulset\/thanos-receive|thanos-receive-0)/,
    ],
    [
      'an event of the API',
      '{"kind":"Event","involvedObject":{"kind":"Pod","namespace":"obs","name":"agent-0"},"message":"Back-off pulling image \\"x\\""}',
      /-n obs /,
    ],
    [
      'an event in YAML',
      'apiVersion: v1\nkind: Event\ninvolvedObject:\n  kind: Pod\n  name: agent-0\n  namespace: obs\nmessage: Back-off pulling image "x"',
      /-n obs .*(?:statefulset\/agent|agent-0)/,
    ],
    [
      'klog',
      'E0410 02:05:03.306320 1 pod_workers.go:1301] "Error syncing pod" err="ErrImagePull" pod="mon/agent-0" podUID="x"',
      /-n mon .*(?:statefulset\/agent|agent-0)/,
    ],
    [
      'labels of an alert',
      '{"alerts":[{"status":"firing","labels":{"alertname":"PodImageUnavailable","cluster":"edge-7","namespace":"mon","pod":"agent-0"}}]}',
      /--context edge-7 -n mon /,
    ],
    [
      'a command',
      '$ kubectl --context edge-7 -n mon logs agent-0 -c prometheus\nError from server: ErrImagePull',
      /--context edge-7 -n mon /,
    ],
    [
      'a table',
      'NAMESPACE  NAME  READY  STATUS  RESTARTS  AGE\nmon  agent-0  0/1  ImagePullBackOff  0  5m',
      /-n mon .*(?:statefulset\/agent|agent-0)/,
    ],
    [
      'the kubelet',
      'Error syncing pod "agent-0_mon(0a1b2c3d-0000-4000-8000-000000000000)": ErrImagePull',
      /-n mon .*(?:statefulset\/agent|agent-0)/,
    ],
  ])('stand in the commands: %s', async (_, text, expected) => {
    const commands = await commandsOf(text);
    expect(commands).toMatch(expected);
    expect(commands).not.toMatch(/-n NAMESPACE\b|deployment\/NAME\b/);
  });

  it('are not mixed: two namespaces are none', async () => {
    const text = 'namespace=a x\nnamespace=b y\nErrImagePull';
    expect(await commandsOf(text)).toContain('-n NAMESPACE');
  });

  it('are names, and no more', async () => {
    const commands = await commandsOf('pod="x;rm -rf /" namespace="$(reboot)" ErrImagePull');
    expect(commands).not.toMatch(/rm -rf|reboot/);
  });
});

describe('whatever comes', () => {
  it('is read without an error, in as many steps as it has characters', async () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.constantFrom(
        UNAUTHORIZED,
        '{',
        '[',
        '"',
        '\\',
        '""',
        '\n',
        '> ',
        '```',
        '# a\n\n',
        'groups:\n',
        '- alert: x\n',
      ),
      fc.json(),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
        const text = ` ${pieces.join('').replaceAll('\u0000', '')}`;
        // A line is looked through as it stands, without doubled quotes, and joined to others in two ways.
        for (const given of [text, `${text}\n${text}\n`])
          expect((await explainLines(given)).work).toBeLessThan(6 * given.length + 100);
      }),
      { numRuns: 100 },
    );
  });

  it.each(['{', '[', '"', '\\', '""', '> ', 'a', '(', 'pod="', '\\"', 'x_y(', ' ', '/', '{"log":"'])(
    'is as much work as it is long: %s',
    async (unit) => {
      const works: number[] = [];
      for (const count of [40_000, 80_000]) works.push((await explainLines(unit.repeat(count))).work);
      const [once = 0, twice = 0] = works;
      expect(twice).toBeLessThan(3 * once + 1000);
    },
  );

  it('is read with little memory: a line without an end is let go', async () => {
    const chunk = Buffer.alloc(64 * 1024, 'x');
    let peak = 0;
    async function* endless() {
      for (let index = 0; index < 800; index++) {
        if (index % 100 === 0) peak = Math.max(peak, process.memoryUsage().arrayBuffers);
        yield chunk;
      }
      yield Buffer.from(` ${UNAUTHORIZED}`);
    }
    const explained = await explainText(
      { stream: Readable.from(endless()), name: 'test' },
      { engine: 'test', now: new Date(0) },
    );
    expect(modesOf(explained)[0]).toBe(MODE);
    expect(explained.input.bytes).toBeGreaterThan(50 * 1024 * 1024);
    expect(peak).toBeLessThan(200 * 1024 * 1024);
  });
});
