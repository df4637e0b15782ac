import { describe, expect, it } from 'vitest';
import { ERRORS } from '../errors.ts';
import { ALL_MESSAGES, fill, message } from './messages.ts';

const placeholders = (text: string) => [...text.matchAll(/\{([a-zA-Z]+)\}/g)].map((match) => match[1]).sort();

describe('messages', () => {
  it.each(Object.entries(ALL_MESSAGES))('%s has the same placeholders in both languages', (_, { en, ko }) => {
    expect(placeholders(ko)).toEqual(placeholders(en));
    expect(ko.trim()).not.toBe('');
  });

  it.each(Object.entries(ALL_MESSAGES))('%s: no Korean particle hangs on a placeholder', (_, { ko }) => {
    // 은/는, 이/가, 을/를, 와/과, (으)로 change with the sound before them: a value's sound is not known.
    expect(ko).not.toMatch(/\}(은|는|이|가|을|를|와|과|으로|로)(?![가-힣])/);
  });

  it('every operational error has its line and its hint', () => {
    for (const [code, { hint }] of Object.entries(ERRORS)) {
      expect(ALL_MESSAGES).toHaveProperty([`error.${code}`]);
      expect(ALL_MESSAGES).toHaveProperty([hint]);
    }
  });

  it('fills placeholders, and says which one has no value', () => {
    expect(message('en', 'duration.seconds', { n: 5 })).toBe('5 s');
    expect(() => fill('{missing}', {})).toThrow('{missing}');
  });
});
