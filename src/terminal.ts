/**
 * Words of third parties (networks, logs, clusters) may hold what a terminal obeys, or what nobody sees: they are
 * shown as what they are. Every pattern here is linear: what one part may match, the next cannot begin with, and where
 * a sequence may be refused, its body holds no other's beginning.
 */

/**
 * Escape sequences with all that belongs to them (ECMA-48; xterm's control sequences): OSC, then DCS, SOS, PM and APC,
 * then CSI, then all others. A body goes to its terminator or, where that was cut off, to the end of the line. In their
 * forms of one character they must be whole: text in the wrong encoding has such characters, and must not vanish.
 */
const SEQUENCE = new RegExp(
  [
    '\\u001b\\][^\\n\\u0007\\u001b\\u009c]*(?:\\u0007|\\u001b\\\\|\\u009c)?',
    '\\u001b[PX^_][^\\n\\u001b\\u009c]*(?:\\u001b\\\\|\\u009c)?',
    '\\u009d[^\\n\\u0007\\u001b\\u0090\\u0098\\u009c-\\u009f]*(?:\\u0007|\\u001b\\\\|\\u009c)',
    '[\\u0090\\u0098\\u009e\\u009f][^\\n\\u001b\\u0090\\u0098\\u009c-\\u009f]*(?:\\u001b\\\\|\\u009c)',
    '\\u001b\\[[0-?]*[ -/]*[@-~]?',
    '\\u001b[ -/]*[0-~]?',
  ].join('|'),
  'g',
);

/** Control characters, and what has no width or turns a text around; not the ends of lines and tabs. */
export const UNSEEN = /[[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]--[\t\n]]/gv;

/** What almost every line is made of: it is looked through far quicker than for all that is unseen. */
const UNUSUAL = /[^\t\n -~가-힣]/;

/** A text without escape sequences and unseen characters; `mark` stands for each. Tabs and ends of lines stay. */
export const withoutUnseen = (text: string, mark: string): string =>
  UNUSUAL.test(text) ? text.replace(SEQUENCE, mark).replace(UNSEEN, mark).toWellFormed() : text;

/** A text for the terminal: what is taken out of it leaves a mark, because it was there. */
export const clean = (text: string): string => withoutUnseen(text, '\ufffd').replaceAll('\t', ' ');

/** JSON that says the same without characters that steer a terminal, are not seen, or turn its text around. */
export const visible = (json: string): string =>
  json.replace(UNSEEN, (character) => character.split('').map(escaped).join(''));

const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
