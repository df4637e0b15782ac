import { describe, expect, it } from 'vitest';
import { present, quote } from '../findings/finding.ts';
import { NOTES, type Note, type NoteId, note, textOf } from '../findings/notes.ts';
import { FINDING_TYPES } from '../findings/types.generated.ts';
import { findingSentence, isOwnQuote, noteWords, quoteWords } from './words.ts';

const SOURCE = { cluster: 'c', path: '/p', at: '2026-11-21T00:00:00Z' };
const placeholders = (text: string) => [...text.matchAll(/\{([a-zA-Z]+)\}/g)].map(([, name = '']) => name);

/** Every sentence with a name in the place of each figure. */
const FILLED = Object.entries(NOTES).map(([id, { en }]) => {
  const names = placeholders(en);
  const params = Object.fromEntries(names.map((name) => [name, `<${name}>`]));
  return [id, { names, words: { id: id as NoteId, params } satisfies Note }] as const;
});

describe('what medic says of what it read', () => {
  it.each(FILLED)('%s has its figures in both languages', (_, { names, words }) => {
    for (const language of ['en', 'ko'] as const) {
      const said = noteWords(language, words);
      for (const name of names) expect(said).toContain(`<${name}>`);
      expect(said).not.toMatch(/[{}]|undefined/);
    }
    expect(noteWords('en', words)).toBe(textOf(words));
  });

  it('is said in the language of the report, sentences in sentences too', () => {
    const words = note('monitor-port-of-pods', { port: 'web', has: note('ports-nameless', {}) });
    const evidence = quote(SOURCE, note('object-says', { object: 'PodMonitor a/b', words }));
    expect(evidence.quote).toBe('PodMonitor a/b: port web is none of the pods, which have none with a name');
    expect(quoteWords('ko', evidence)).toBe(
      'PodMonitor a/b: 포트 web 없음, 파드의 포트: 이름 있는 포트 없음',
    );
  });

  it('has no secret, in whatever depth, and no more than a person reads', () => {
    const words = 'Authorization: Bearer abcdefghijklmnop0123456789';
    const evidence = quote(
      SOURCE,
      note('object-says', { object: 'a', words: note('pod-says', { pod: 'p', words }) }),
    );
    expect(JSON.stringify(evidence)).not.toContain('abcdefghijklmnop');
    const long = quote(SOURCE, note('pod-says', { pod: 'p', words: 'word '.repeat(1000) }));
    expect(quoteWords('en', long)).toBe(long.quote);
    expect(quoteWords('ko', long).length).toBeLessThan(700);
  });

  it('is a quotation where it only names whose words they are', () => {
    const says = (words: string | Note) => quote(SOURCE, note('pod-says', { pod: 'p', words }));
    expect(isOwnQuote(says('0/1 nodes are available'))).toBe(false);
    expect(isOwnQuote(says(note('runs-unready', {})))).toBe(true);
    expect(isOwnQuote(quote(SOURCE, 'words of others'))).toBe(false);
  });

  it('is a fact in English, and in the sentence in the language of the report', () => {
    const detail = note('workload-zero', { workload: 'Deployment a/b' });
    const finding = present(
      'scrape-targets-absent',
      { type: 'text', line: 1, column: 1 },
      {
        facts: { job: 'j', detail },
      },
    );
    expect(finding.facts).toEqual({ job: 'j', detail: 'Deployment a/b has 0 replicas' });
    expect(finding.notes).toEqual({ detail });
    expect(present('wal-growing', finding.subject, { facts: { segments: 2 } })).not.toHaveProperty('notes');
  });
});

describe('an alert without figures', () => {
  const alerts = Object.entries(FINDING_TYPES).filter(([, { texts }]) =>
    texts?.lines.some(({ isAlert }) => isAlert),
  );

  it.each(alerts.map(([type]) => type as keyof typeof FINDING_TYPES))('%s is told without dashes', (type) => {
    const finding = present(type, { type: 'text', line: 3, column: 1 }, { facts: { isAlert: 1 } });
    for (const language of ['en', 'ko'] as const)
      expect(findingSentence(language, finding)).not.toMatch(/–|\{/);
  });
});
