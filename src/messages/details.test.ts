import { describe, expect, it } from 'vitest';
import { detailWords } from './messages.ts';

describe('why something could not be read', () => {
  it.each([
    ['no answer within 10000 ms', '10000 ms 안에 응답 없음'],
    ['more than 5000 objects', '오브젝트 5000개 초과'],
    ['the variable GRAFANA_TOKEN is not set', '환경 변수 GRAFANA_TOKEN 설정 안 됨'],
    ['unexpected content', '예상과 다른 내용'],
  ])('is told in the language of the reader: %s', (en, ko) => {
    expect(detailWords('ko', en)).toBe(ko);
    expect(detailWords('en', en)).toBe(en);
  });

  it.each(['HTTP 503: error trying to reach service', 'read ECONNRESET', 'no answer within 10 ms, and more'])(
    'is left as another program said it: %s',
    (words) => {
      expect(detailWords('ko', words)).toBe(words);
    },
  );
});
