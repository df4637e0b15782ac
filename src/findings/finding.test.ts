import { describe, expect, it } from 'vitest';
import { quote } from './finding.ts';

const SOURCE = { cluster: 'c', path: '/p', at: '2026-01-01T00:00:00Z' };

describe('a quote', () => {
  it('repeats no secret of a bundle that was made by hand', () => {
    const { quote: words } = quote(SOURCE, 'err="dial" password=hunter2pass url=https://bob:s3cretpw@h/x');
    expect(words).toBe('err="dial" password=<redacted> url=https://<redacted>@h/x');
  });

  it('leaves what the collection took out as it is', () => {
    const line = 'password=<redacted:0123456789> token: <redacted:0123456789>';
    expect(quote(SOURCE, line).quote).toBe(line);
  });

  it('takes a secret out before it is shortened', () => {
    const { quote: words } = quote(
      SOURCE,
      `${'x '.repeat(145)}password=${'q7'.repeat(200)} ${'y '.repeat(300)}`,
    );
    expect(words).not.toContain('q7q7');
  });
});
