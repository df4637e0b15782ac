/** What a dial says that got no answer at all, or found no route (Go net, os errors of Linux). */
const DROPPED = ['i/o timeout', 'connection timed out', 'no route to host', 'network is unreachable'];

/** Whether nobody answered, as opposed to somebody who refused or answered badly. A lookup is another way. */
export const saysDropped = (words: string): boolean =>
  words.includes('dial ') && !words.includes('lookup ') && DROPPED.some((text) => words.includes(text));

/** A deadline passed: nobody answered, or somebody slowly. */
export const saysLate = (words: string): boolean =>
  !words.includes('lookup ') && /deadline ?exceeded|timed? ?out/i.test(words);

export const saysRefused = (words: string): boolean => words.includes('connection refused');

/** A lookup that got no answer: the way to the DNS is what is broken. */
export const saysLookupLost = (words: string): boolean =>
  words.includes('lookup ') &&
  !words.includes('no such host') &&
  (words.includes('i/o timeout') || words.includes('try again') || words.includes('connection refused'));

/** How a writer begins an answer that is no success (prometheus storage/remote/client.go). */
export const saysAnswered = (words: string): boolean => words.includes('server returned HTTP status');

const NOT_THERE = ['server returned HTTP status 404', 'server returned HTTP status 405'];

/** Whether somebody answered who has nothing at this path, or not for a POST. */
export const saysNotThere = (words: string): boolean => NOT_THERE.some((text) => words.includes(text));
