import { describe, expect, it } from 'vitest';
import { explainLines } from '../catalogue/texts.testing.ts';

describe('explain', () => {
  it('never confirms by the name of an alert alone', async () => {
    for (const name of ['KubePodCrashLooping', 'KubeDeploymentReplicasMismatch', 'ThanosCompactHalted']) {
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
