import { describe, expect, it } from 'vitest';
import { redactor, secretsIn, withoutSecrets } from './redact.ts';
import type { Json } from './transport.ts';

function redact(body: Json, key = 'test-key'): string {
  const answer = redactor(key).answer({
    ok: true,
    body,
    truncated: false,
    at: '2026-01-01T00:00:00Z',
    durationMs: 1,
  });
  return JSON.stringify(answer.ok ? answer.body : answer.detail);
}

const SECRET = 'S3cr3tValue-9f8a7b6c5d';

describe('redactor', () => {
  it.each<[string, Json]>([
    ['data of a Secret', { kind: 'Secret', data: { 'objstore.yml': SECRET } }],
    ['stringData of a Secret', { kind: 'Secret', stringData: { anything: SECRET } }],
    ['Secrets in a list', { items: [{ kind: 'Secret', data: { a: SECRET } }] }],
    ['an environment variable', { env: [{ name: 'DB_PASSWORD', value: SECRET }] }],
    ['a field', { password: SECRET }],
    ['a nested field', { config: { secret_key: SECRET } }],
    ['a list under a name', { bearer_tokens: [SECRET] }],
    ['a flag', { args: [`--web.admin-password=${SECRET}`] }],
    [
      'an inline objstore flag',
      { args: [`--objstore.config=type: S3\nconfig:\n  access_key: ABC\n  secret_key: ${SECRET}`] },
    ],
    [
      'YAML in a ConfigMap',
      { data: { 'config.yml': `remote_write:\n- basic_auth:\n    password: ${SECRET}\n` } },
    ],
    ['JSON in a ConfigMap', { data: { 'config.json': `{"api_key": "${SECRET}"}` } }],
    ['a URL with credentials', { url: `https://user:${SECRET}@example.com/push` }],
    ['a bearer header in a log', `level=error msg="Authorization: Bearer ${SECRET}"`],
    ['a Slack webhook', `https://hooks.slack.com/services/T000/B000/${SECRET}`],
    ['a signed URL', `GET https://s3/x?X-Amz-Signature=${SECRET}&x=1`],
    [
      'the last applied configuration',
      {
        metadata: {
          annotations: { 'kubectl.kubernetes.io/last-applied-configuration': `{"data":"${SECRET}"}` },
        },
      },
    ],
    ['a JSON web token', `token was eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.${SECRET}`],
    ['credentials of Prometheus', { yaml: `authorization:\n  type: Bearer\n  credentials: ${SECRET}\n` }],
    ['a YAML password with marks', { yaml: `  password: ab;c,d&e ${SECRET}\n` }],
    ['a quoted password with blanks', { yaml: `  password: "a, b ${SECRET}"\n` }],
    ['a block of YAML', { yaml: `token: |\n  ${SECRET}\n  more\nurl: x\n` }],
    ['a value on the next line', { yaml: `  password:\n    ${SECRET}\n` }],
    ['a key that begins with a slash', { env: [{ name: 'AWS_SECRET_ACCESS_KEY', value: `/${SECRET}` }] }],
    ['an assignment that begins with a slash', `AWS_SECRET_ACCESS_KEY=/${SECRET}`],
    ['a flag and its word', `weed --s3.password ${SECRET} --x`],
    ['a user in an address', `https://${SECRET}@github.com/a`],
    ['a password with a slash in an address', `postgres://user:pa/${SECRET}@db/x`],
    ['an address of a database driver', `root:${SECRET}@tcp(db:3306)/x`],
    ['a header in small letters', `authorization: bearer ${SECRET}`],
    ['a token header', `Authorization: token ${SECRET}`],
    ['a Discord webhook', `https://discord.com/api/webhooks/1/${SECRET}`],
    ['a Telegram webhook', `https://api.telegram.org/bot1:${SECRET}/send`],
    ['a Teams webhook', `https://contoso.webhook.office.com/webhookb2/1@2/IncomingWebhook/${SECRET}`],
    ['a shared access signature', `https://x.blob/y?sv=1&sig=${SECRET}`],
    ['a variable by another name', { env: [{ name: 'DB_PASS', value: SECRET }] }],
    ['a signing key', { env: [{ name: 'JWT_SIGNING_KEY', value: SECRET }] }],
    ['variables in YAML', { data: { a: `env:\n- name: DB_PASSWORD\n  value: ${SECRET}\n` } }],
    [
      'variables in JSON text',
      { metadata: { annotations: { original: `{"env":[{"name":"TOKEN","value":"${SECRET}"}]}` } } },
    ],
    ['a value below a name', { token: { value: SECRET } }],
    ['items of a SecretList', { kind: 'SecretList', items: [{ data: { a: SECRET } }] }],
    ['variables as one line of a log', `env [{"name":"DB_PASSWORD","value":"${SECRET}"}]`],
    ['variables, escaped', `env [{\\"name\\":\\"DB_PASSWORD\\",\\"value\\":\\"${SECRET}\\"}]`],
    ['the value before its name', `env [{"value":"${SECRET}","name":"DB_PASSWORD"} x`],
    ['columns of kubectl describe', `      DB_PASSWORD:                ${SECRET}`],
    ['a quote within quotes', `password="a\\"${SECRET}" x`],
    ['a key of a kubeconfig', { users: [{ user: { 'client-key-data': SECRET } }] }],
    ['Korean', `비밀번호: ${SECRET}`],
    ['Spanish', `contraseña=${SECRET}`],
    ['a sentence', `the password is ${SECRET}.`],
    ['a Korean sentence', `토큰은 ${SECRET}입니다`],
    ['a hash of Ruby', `:password => "${SECRET}"`],
    ['a command', `curl -sk -u admin:${SECRET} https://x`],
    ['a key of Opsgenie', `GenieKey ${SECRET}`],
    ['a key in an address', `https://x/y?key=${SECRET}&z=1`],
    ['a token of Grafana', `said glsa_${SECRET.replaceAll('-', '')}`],
    ['a GitHub token', `clone with ghp_${SECRET.replaceAll('-', '')}`],
  ])('takes %s out', (_, body) => {
    expect(redact(body)).not.toContain(SECRET);
  });

  it.each<[string, Json]>([
    ['a password that follows its letter', `cmd="mysql -u root -p${SECRET} db"`],
    ['an address that is written as in a query', `url=https%3A%2F%2Fuser%3A${SECRET}%40host%2Fpath`],
    ['a file of Docker', { auths: { 'reg.io': { auth: 'dXNlcjpodW50ZXIyMg==' } } }],
    ['a file of Docker as a text', 'config: {"auths":{"reg.io":{"auth":"dXNlcjpodW50ZXIyMg=="}}} read'],
    ['a signature without its address', `AccountKey=x sig=${SECRET}`],
  ])('takes out %s', (_, body) => {
    const clean = redact(body);
    expect(clean).not.toContain(SECRET);
    expect(clean).not.toContain('dXNlcjpodW50ZXIyMg');
    expect(clean).toContain('<redacted');
  });

  it('takes AWS key ids and private keys out', () => {
    expect(redact('key AKIAIOSFODNN7EXAMPLE used')).not.toContain('AKIAIOSFODNN7EXAMPLE');
    expect(redact('-----BEGIN RSA PRIVATE KEY-----\nMIIEabc\n-----END RSA PRIVATE KEY-----')).not.toContain(
      'MIIEabc',
    );
    const stamped = '2026 -----BEGIN PRIVATE KEY-----\n2026 MIIEabc==\n2026 -----END PRIVATE KEY-----';
    expect(redact(stamped)).not.toContain('MIIEabc');
  });

  it('takes secrets out of the words of failures', () => {
    const failed = redactor('k').answer({
      ok: false,
      reason: 'rejected',
      detail: `password=${SECRET}`,
      at: '',
      durationMs: 0,
    });
    expect(JSON.stringify(failed)).not.toContain(SECRET);
  });

  it.each<[string, Json]>([
    ['names of Secrets', { volumes: [{ secret: { secretName: 'thanos-objstore' } }] }],
    [
      'references to keys',
      { env: [{ name: 'PASSWORD', valueFrom: { secretKeyRef: { name: 'db', key: 'password' } } }] },
    ],
    ['switches', { automountServiceAccountToken: 'true' }],
    ['paths', { bearer_token_file: '/var/run/secrets/token' }],
    ['what Prometheus redacted itself', { yaml: 'basic_auth:\n  password: <secret>\n' }],
    ['ordinary log lines', 'level=error msg="iter bucket" err="The specified bucket does not exist"'],
    ['refused keys in words', 'The AWS Access Key Id you provided does not exist in our records.'],
    ['addresses with a port and a path', 'http://host:8080/path@v1 and http://a:1/x'],
    ['webhook lists', { webhooks: [{ name: 'x' }] }],
    ['words about tokens', 'the provided token has expired; token expired; basic authentication failed'],
    ['names of Secrets in events', 'secret "thanos-objstore" not found; secrets "a.b" is forbidden'],
    ['users of containers', 'docker run -u 1000:1000 x'],
    ['webhooks of admission', 'failed calling webhook "a1.b2.io": Post "https://x/y": EOF'],
    ['words of parsers', 'unexpected token "abcdefgh1" in JSON; invalid token "abcdefgh1"'],
    ['sentences', 'the password is incorrect, the token was revoked, the secret is in another namespace'],
    ['Korean sentences', '비밀번호는 만료되었습니다, 토큰이 없습니다'],
    ['hashes of images', `sha256:${'0123456789abcdef'.repeat(4)}`],
    ['metrics', 'process_open_fds{token_kind="x"} 5'],
  ])('leaves %s', (_, body) => {
    expect(redact(body)).toBe(JSON.stringify(body));
  });

  it('the same secret gives the same digest, another key gives another', () => {
    expect(redact({ password: SECRET })).toBe(redact({ password: SECRET }));
    expect(redact({ password: SECRET })).not.toBe(redact({ password: SECRET }, 'another'));
    expect(redact({ password: SECRET })).not.toBe(redact({ password: `${SECRET}x` }));
  });

  it('leaves a flow mapping YAML', () => {
    const cleaned = redact({ yaml: `sigv4: {access_key: ${SECRET}, region: a}` });
    expect(cleaned).toMatch(/access_key: <redacted:[0-9a-f]{10}>, region: a}/);
  });

  it('takes long base64 out of what people paste, and leaves paths', () => {
    const line = 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj';
    const path = '/prometheus/data/01FCQGRHFN4C6PVPDW54D30SC3/chunks/000001/of/the/tenant/default';
    expect(withoutSecrets(`a ${line} b ${path}`)).toBe(`a <redacted> b ${path}`);
    expect(secretsIn(`a ${line}\npassword: abc9`)).toEqual(['abc9', line]);
  });

  it('counts what it took out', () => {
    const one = redactor('k');
    one.answer({
      ok: true,
      body: { password: SECRET, token: SECRET },
      truncated: false,
      at: '',
      durationMs: 0,
    });
    expect(one.report()).toEqual({ field: 2 });
  });

  it.each([
    'a'.repeat(2_000_000),
    'password='.repeat(200_000),
    '://'.repeat(500_000),
    'eyJ'.repeat(500_000),
    `${'x.'.repeat(400_000)}token`,
    '-eyJ'.repeat(500_000),
    '-----BEGIN RSA PRIVATE KEY-----'.repeat(60_000),
    'token: |\n'.repeat(200_000),
    '/webhook/'.repeat(200_000),
    '{"name":"token'.repeat(100_000),
  ])('stays linear on hostile text', { timeout: 60_000 }, (text) => {
    // Anything but linear takes minutes for a text of this length, on any machine.
    const before = process.cpuUsage();
    redact(text);
    // Time on the processor: what else the machine does is not counted.
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(10_000);
  });
});
