import { expect, it } from 'vitest';
import { isFarEndOutside } from './far-end.ts';

it.each([
  ['Post "https://hooks.slack.com/services/x": dial tcp 34.1.2.3:443: i/o timeout', true],
  ['dial tcp: lookup hooks.slack.com on 10.96.0.10:53: i/o timeout', false],
  ['Post "<redacted>": dial tcp 34.1.2.3:443: i/o timeout', true],
  ['Post "http://webhook.monitoring.svc:8080/": dial tcp 10.96.3.1:8080: connect: connection refused', false],
  ['dial tcp 172.20.1.4:5432: connect: connection refused', false],
  ['context deadline exceeded', false],
  [undefined, false],
])('%s → %s', (words, expected) => {
  expect(isFarEndOutside(words)).toBe(expected);
});
