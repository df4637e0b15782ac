import { describe, expect, it } from 'vitest';
import { explainLines } from '../catalogue/texts.testing.ts';
import { explanationDocument } from '../report/json/explanation.ts';
import { explanationReport } from '../report/text/explanation.ts';
import type { Style } from '../report/text/writer.ts';

describe('explain', () => {
  it('never confirms by the name of an alert alone', async () => {
    for (const name of ['KubeDeploymentReplicasMismatch', 'ThanosCompactHalted']) {
      const { causes } = await explainLines(`{"status":"firing","labels":{"alertname":"${name}"}}`);
      expect(causes.length, name).toBeGreaterThan(0);
      expect(causes.filter(({ probability }) => probability >= 0.5)).toEqual([]);
    }
  });

  it.each([
    '{"status":"resolved","alerts":[{"status":"resolved","labels":{"alertname":"ThanosCompactHalted"}}]}',
    '- alert: ThanosCompactHalted',
    'kind: ReplicaSet\nspec:\n  replicas: 0',
  ])('takes nothing for a fault that is none: %s', async (text) => {
    expect((await explainLines(text)).causes).toEqual([]);
  });

  it.each([
    'Last quarter we had an OOMKilled incident on the Receive pods; all is well since.',
    '지난주 thanos-receive가 OOMKilled 되었으나 현재는 모두 정상',
    'TODO: handle ErrImagePull and retry',
  ])('never confirms what a person tells: %s', async (text) => {
    const { causes } = await explainLines(text);
    expect(causes.length).toBeGreaterThan(0);
    expect(causes.filter(({ probability }) => probability >= 0.5)).toEqual([]);
  });

  it('never confirms by the words of an alert that may mean several things', async () => {
    const { causes } = await explainLines(
      '[FIRING:1] PrometheusRemoteStorageFailures critical Prometheus monitoring/k8s failed to send 23.2% of the samples to 0f3c91:https://receive',
    );
    expect(causes.filter(({ probability }) => probability >= 0.5)).toEqual([]);
  });

  it('shows no key that stands in a paste', async () => {
    const line =
      'msg="Failed to send batch, retrying" url=https://bob:hunter2pass@r.example/api/v1/receive err="server returned HTTP status 401 Unauthorized: x"';
    const { causes } = await explainLines(line);
    const words = JSON.stringify(causes.map(({ findings }) => findings.map(({ evidence }) => evidence)));
    expect(causes[0]?.mode.id).toBe('remote-write/auth-rejected');
    expect(words).not.toContain('hunter2pass');
  });

  const OOM = 'Last State: Terminated Reason: OOMKilled';
  const KEY = 'q7Rt9vLx2Wz4Yb6Nc8Md';
  const LINE64 = 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj';
  it.each<[string, string, string]>([
    [
      'a variable of a pod as one line of JSON',
      JSON.stringify({
        kind: 'Pod',
        spec: { containers: [{ env: [{ name: 'GF_SECURITY_ADMIN_PASSWORD', value: KEY }] }] },
        status: { reason: 'OOMKilled' },
      }),
      KEY,
    ],
    [
      'the same, with the value first, cut',
      `{"env":[{"value":"${KEY}","name":"DB_PASSWORD"}],"reason":"OOMKilled"`,
      KEY,
    ],
    [
      'data of a Secret in a list of one long line',
      `${JSON.stringify({
        items: [
          { kind: 'Pod', status: { message: 'x'.repeat(20_000), reason: 'OOMKilled' } },
          { kind: 'Secret', data: { 'a.yml': KEY } },
        ],
      })}`,
      KEY,
    ],
    ['YAML with the value below', `- name: DB_PASSWORD\n  value: "${KEY} OOMKilled"`, KEY],
    ['a value below whose line is quoted', `- name: TOKEN\n  value: ${KEY}\n${OOM} ${KEY}`, KEY],
    ['Korean with a colon', `${OOM} 비밀번호: ${KEY}`, KEY],
    ['Korean in a sentence', `${OOM} 관리자 비밀번호는 ${KEY}입니다`, KEY],
    ['Korean, assigned', `${OOM} 패스워드=${KEY}`, KEY],
    ['Korean token', `${OOM} 토큰: ${KEY}`, KEY],
    ['German', `${OOM} Passwort=${KEY}`, KEY],
    ['French', `${OOM} mot de passe : ${KEY}`, KEY],
    ['Japanese', `${OOM} パスワード：${KEY}`, KEY],
    ['Russian', `${OOM} Пароль: ${KEY}`, KEY],
    ['a kubeconfig', `${OOM} client-key-data: ${KEY}`, KEY],
    ['its certificate', `${OOM} client-certificate-data: ${KEY}`, KEY],
    ['its token', `${OOM} token: ${KEY}`, KEY],
    ['curl -u', `${OOM} $ curl -u admin:${KEY} https://x`, KEY],
    ['curl --user', `${OOM} curl --user 'admin:${KEY}' https://x`, KEY],
    ['Opsgenie', `${OOM} Authorization = GenieKey ${KEY}`, KEY],
    ['Opsgenie without a header', `${OOM} sent GenieKey ${KEY}`, KEY],
    [
      'Teams before its own domain',
      `${OOM} Post "https://outlook.office.com/webhook/1a@2b/IncomingWebhook/${KEY}/3c": EOF`,
      KEY,
    ],
    ['quoted beside the word', `${OOM} secret "Tr0ub4dor and 3 more"`, 'Tr0ub4dor'],
    ['told', `${OOM} my password is ${KEY}`, KEY],
    ['told as a plain word', `${OOM} my password is tr\u0075stno`, 'trustno'],
    ['a line of a key whose beginning is elsewhere', `${OOM} ${LINE64}`, LINE64],
    ['a token over two lines', `${OOM} Authorization: Bearer ${KEY}\n${KEY}OOMKilled`, KEY],
    [
      'a short rest of a token',
      `${'OOMKilled '.repeat(6)} token=${KEY}abcd\nZx9Kq2Lm8 OOMKilled again`,
      'Zx9Kq2Lm8',
    ],
  ])('shows no secret: %s', async (_, text, secret) => {
    const explained = await explainLines(text);
    expect(explained.causes[0]?.mode.id).toBe('workload/oom-killed');
    expect(JSON.stringify(explained.findings)).not.toContain(secret);
  });

  it.each([
    'Error: secret "thanos-objstore" not found',
    'MountVolume.SetUp failed for volume "x" : secret "monitoring/thanos-objstore" not found, token expired',
    'Error: secret "thanos-objstore" not found; the password is incorrect; the token is not valid',
  ])('keeps what is no secret: %s', async (text) => {
    const { findings } = await explainLines(text);
    expect(findings[0]?.evidence[0]?.quote).toBe(text);
  });

  it('shows of a long object what tells', async () => {
    const object = { kind: 'Pod', a: 'x'.repeat(5000), status: { reason: 'OOMKilled' }, b: 'y'.repeat(5000) };
    const { findings } = await explainLines(JSON.stringify(object));
    const [shown = ''] = findings.flatMap(({ evidence }) => evidence.map(({ quote }) => quote));
    expect(shown).toContain('OOMKilled');
    expect(shown.length).toBeLessThan(400);
  });

  it('finds a text on the border of two pieces of a line without an end', async () => {
    const { causes } = await explainLines(
      `${'x'.repeat(12 * 1024 - 20)} lock db directory: busy ${'y'.repeat(40_000)}`,
    );
    expect(causes[0]?.mode.id).toBe('agent/storage-locked');
  });

  it('says that nothing came', async () => {
    await expect(explainLines('')).rejects.toMatchObject({ code: 'explain/empty' });
  });

  it.each([
    'rpc error: code = DeadlineExceeded desc = context deadline exceeded',
    'connection error: desc = "transport: dial tcp 10.0.0.7:10901: connect: connection refused"',
    'transport: authentication handshake failed: tls: failed to verify certificate: x509: certificate signed by unknown authority',
    'rpc error: code = Unavailable desc = name resolver error: produced zero addresses',
  ])('reads the stores of a Query as such: %s', async (lastError) => {
    const store = (error: string | null) => ({
      ...{ name: 'thanos-store:10901', lastCheck: '2026-01-01T00:00:00Z', lastError: error },
      ...{ labelSets: [{ cluster: 'a' }], minTime: 0, maxTime: 1 },
    });
    const answer = { status: 'success', data: { store: [store(lastError)], sidecar: [store(null)] } };
    const pretty = JSON.stringify(answer, null, 2);
    for (const text of [JSON.stringify(answer), pretty, pretty.split('\n').slice(3, 12).join('\n')]) {
      const { causes, findings } = await explainLines(text);
      expect(causes.map(({ mode }) => mode.id)).toEqual(['query/endpoint-unreachable']);
      expect(findings[0]?.evidence[0]?.quote).toContain('lastError');
    }
    const well = { status: 'success', data: { store: [store(null)] } };
    expect((await explainLines(JSON.stringify(well, null, 2))).findings).toEqual([]);
  });

  it('drops NULs that a crash left in a log', async () => {
    const line = `level=error err="opening storage failed: lock DB dir${'\u0000'.repeat(30)}ectory: busy"`;
    expect((await explainLines(line)).causes[0]?.mode.id).toBe('agent/storage-locked');
  });

  it('says that binary data is no text', async () => {
    await expect(explainLines('PK\u0003\u0004\u0000\u0000')).rejects.toMatchObject({
      code: 'explain/binary',
    });
    const tar = `${'log.txt'.padEnd(257, '\u0000')}ustar${'\u0000'.repeat(250)}a log that is packed`;
    await expect(explainLines(tar)).rejects.toMatchObject({ code: 'explain/binary' });
  });
});

const same = (text: string) => text;
const PLAIN: Style = { bold: same, dim: same, good: same, bad: same, warn: same };
const modesOf = async (text: string) => (await explainLines(text)).causes.map(({ mode }) => mode.id);
const shownOf = async (language: 'en' | 'ko', text: string) =>
  explanationReport(await explainLines(text), { language, width: 100, style: PLAIN });

describe('an alert that names a symptom', () => {
  const alert = (alertname: string) =>
    `{"status":"firing","labels":{"alertname":"${alertname}","namespace":"mon","pod":"agent-0","container":"prometheus"},"annotations":{"description":"is in waiting state (reason: CrashLoopBackOff)"}}`;

  it('leads to no cause, but to what to look at', async () => {
    expect(await modesOf(alert('KubePodCrashLooping'))).toEqual([]);
    const shown = await shownOf('en', alert('KubePodCrashLooping'));
    expect(shown).toContain('a container keeps ending');
    expect(shown).toContain('-n mon describe pod agent-0');
    expect(shown).toContain('-n mon logs agent-0 -c prometheus --previous');
    expect(shown).not.toMatch(/Raise|limit|Nothing in this text/);
    expect(await shownOf('ko', alert('KubePodCrashLooping'))).toContain('원인은 여러 가지');
  });

  it('repairs nothing where several causes may be behind it', async () => {
    const shown = await shownOf('en', alert('ThanosReceiveIsDown'));
    expect(shown).toContain('describe pod agent-0');
    expect(shown).not.toMatch(/kubectl.* scale |kubectl.* set resources/);
    const document = explanationDocument(await explainLines(alert('ThanosReceiveIsDown')), 'en');
    expect(document.causes.flatMap(({ immediate }) => immediate)).toEqual([]);
    expect(document.next[0]?.look).toContain('describe pod agent-0');
  });
});

describe('what a sentence names', () => {
  it('is taken out of the text', async () => {
    const text = 'Warning  Failed  kubelet  Error: secret "thanos-objstore" not found';
    expect(await shownOf('en', text)).toContain('is not there: Secret thanos-objstore');
    expect(await shownOf('ko', text)).toContain('Secret thanos-objstore');
    expect(await shownOf('ko', 'configmaps "rules-0" not found')).toContain('ConfigMap rules-0');
  });

  it('is left out where the text does not say it', async () => {
    for (const text of ['Pod The node had condition: [DiskPressure].', 'CreateContainerConfigError'])
      for (const language of ['en', 'ko'] as const)
        expect(await shownOf(language, text)).not.toMatch(/: –|\(–|– that|필요한 –/);
  });
});

describe('words that are quoted and did not happen', () => {
  it.each([
    "SELECT pod, reason FROM events WHERE reason LIKE '%OOMKilled%' ORDER BY ts",
    "  AND message like '%CrashLoopBackOff%'",
    `if (message.includes('OOMKilled')) {`,
    `const MESSAGES = {\n  oom: 'OOMKilled',\n  full: 'no space left on device',\n};\nexport function why(text) {\n  return MESSAGES[text];\n}`,
    `package x\n\nfunc f() error {\n\treturn errors.New("lock DB directory: busy")\n}\n\tif err != nil {\n\t\tlog.Fatal("write: no space left on device")\n\t}`,
    'commit 1a2b3c4d5e6f\nAuthor: A <a@b.c>\nDate: Mon\n\n    Handle OOMKilled containers\n',
    'diff --git a/x b/x\nindex 1..2 100644\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n+  reason: OOMKilled',
    'fix(explain): say what OOMKilled means',
    'If you see x509: certificate has expired in the log of the agent, renew the certificate.',
    '로그에 OOMKilled가 보이면 메모리 한도를 올립니다.',
    'level=info ts=2026-11-22T03:00:00Z msg="Successfully reloaded after no space left on device was resolved"',
    '10.0.0.1 - - [22/Nov/2026:03:02:58 +0000] "GET /api/v1/query?query=ALERTS{alertname="ThanosCompactHalted"} HTTP/1.1" 200 12',
    '10.0.0.1 - - [22/Nov/2026:03:02:58 +0000] "GET /api/v1/query?query=ALERTS%7Balertname%3D%22ThanosCompactHalted%22%7D HTTP/1.1" 200 12',
    'Readiness probe succeeded; previous Readiness probe failed 0 times',
  ])('speak for nothing: %s', async (text) => {
    expect(await modesOf(text)).toEqual([]);
  });

  it.each([
    ['workload/oom-killed', 'if this helps: the pod was OOMKilled again'],
    ['workload/oom-killed', 'const noise here\n  Reason: OOMKilled\nreturn of the pod'],
    [
      'agent/storage-locked',
      'commit 1a2b3c4d5e6f deployed\nerr="opening storage failed: lock DB directory: busy"',
    ],
    [
      'network/tls-expired',
      'Get "https://x/y?a=b": tls: failed to verify certificate: x509: certificate has expired',
    ],
    [
      'storage/disk-full',
      'level=info msg="Successfully started"\nlevel=error msg="write: no space left on device"',
    ],
  ])('are heard where they happened: %s', async (mode, text) => {
    expect((await modesOf(text))[0]).toBe(mode);
  });
});

describe('the entrance before Receive', () => {
  const formats: Readonly<Record<string, (status: number) => string>> = {
    nginx: (status) =>
      `10.0.0.1 - - [22/Nov/2026:03:02:58 +0000] "POST /api/v1/receive HTTP/1.1" ${status} 176 "-" "Prometheus/2.53"`,
    'ingress-nginx': (status) =>
      `10.0.0.1 - - [22/Nov/2026:03:02:58 +0000] "POST /api/v1/receive HTTP/2.0" ${status} 176 "-" "Prometheus/2.53" 160537 1.189 [mon-receive-19291] [] 10.42.0.9:19291 0 0.026 ${status} 309c78`,
    'traefik, as JSON': (status) =>
      `{"ClientAddr":"10.0.0.1:1","DownstreamStatus":${status},"RequestMethod":"POST","RequestPath":"/api/v1/receive","level":"info"}`,
    envoy: (status) =>
      `[2026-11-22T03:02:58.310Z] "POST /api/v1/receive HTTP/2" ${status} - 154 0 226 100 "10.0.35.28" "Prometheus/2.53"`,
    'envoy, as JSON': (status) => `{"method":"POST","path":"/api/v1/receive","response_code":${status}}`,
  };
  it.each(Object.entries(formats))('%s', async (_, line) => {
    expect((await modesOf(line(413)))[0]).toBe('network/ingress-body-limit');
    for (const status of [500, 502, 503, 504])
      expect((await modesOf(line(status)))[0], String(status)).toBe('network/ingress-backend-unavailable');
    expect((await modesOf(line(401)))[0]).toBe('remote-write/auth-rejected');
    expect(await modesOf(line(200))).toEqual([]);
  });

  it('does not take a size for a status', async () => {
    const line = (formats['ingress-nginx'] as (status: number) => string)(200).replace('160537', '503');
    expect(await modesOf(line)).toEqual([]);
  });
});

describe('lines as logs are kept in the field', () => {
  it.each([
    [
      'receive/not-ready',
      'level=error component=receive-handler err="hashring is not ready" msg="internal server error"',
    ],
    ['receive/not-ready', 'hashring not ready'],
    [
      'remote-write/endpoint-refusing',
      'level=error err="Post \\"http://r:19291/api/v1/receive\\": dial tcp 10.0.0.1:19291: connect: connection refused" component=remote',
    ],
    [
      'remote-write/endpoint-refusing',
      'level=error component=remote err="Post \\"http://r:19291/api/v1/receive\\": dial tcp 10.0.0.1:19291: connect: connection refused"',
    ],
    ['remote-write/protocol-mismatch', 'server returned HTTP status 415 Unsupported Media Type: x'],
    [
      'query/frontend-downstream-wrong',
      'level=error component=query-frontend err="Get \\"http://thanos-query-old:9090/api/v1/query\\": dial tcp: lookup thanos-query-old on 10.96.0.10:53: no such host"',
    ],
    ['receive/tenant-limited', 'level=warn component=receive msg="tenant is above limit"'],
    ['network/link-lost', 'dial tcp 10.1.2.3:19291: connect: no route to host'],
  ])('%s: %s', async (mode, text) => {
    expect((await modesOf(text))[0]).toBe(mode);
  });

  it('no route to host is no firewall first, and may be one', async () => {
    const { causes } = await explainLines('dial tcp 10.1.2.3:19291: connect: no route to host');
    const modes = causes.map(({ mode }) => mode.id);
    expect(modes).toContain('network/firewall-blocked');
    expect(modes).not.toContain('network/policy-blocked');
    expect(causes[0]?.probability).toBeGreaterThan(causes[1]?.probability ?? 1);
  });
});
