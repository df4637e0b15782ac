import type { Language } from '../messages/messages.ts';
import { message } from '../messages/messages.ts';
import type { Diagnosed } from './diagnosed.ts';
import { findingSentence } from './words.ts';

/** One thing that happened, as the evidence dates it. */
export interface Moment {
  /** RFC 3339. */
  at: string;
  kind: 'change' | 'finding' | 'diagnosis';
  words: string;
}

const MAX_MOMENTS = 40;

/** What happened and when: changes by somebody, what was seen since, and the diagnosis itself; the oldest first. */
export function timelineOf({ diagnosis, at }: Diagnosed, language: Language): Moment[] {
  const present = diagnosis.findings.filter(({ state }) => state === 'present');
  const moments: Moment[] = present.flatMap((finding) => {
    const { change, since } = finding;
    const own: Moment[] = [];
    if (change !== null) {
      const words =
        change.by === null
          ? message(language, 'timeline.changed', { what: change.what })
          : message(language, 'timeline.changed-by', { what: change.what, by: change.by });
      own.push({ at: change.at, kind: 'change', words });
    }
    if (since !== null) own.push({ at: since, kind: 'finding', words: findingSentence(language, finding) });
    return own;
  });
  moments.push({ at: at.toISOString(), kind: 'diagnosis', words: message(language, 'timeline.diagnosis') });
  const keys = new Set<string>();
  return moments
    .filter(({ at: time, words }) => {
      const key = `${time} ${words}`;
      return !keys.has(key) && keys.add(key);
    })
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
    .slice(-MAX_MOMENTS);
}
