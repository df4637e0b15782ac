import { Document, isMap, visit } from 'yaml';
import { UNSEEN, withoutUnseen } from '../../terminal.ts';
import { levelled, treeOf } from './level.ts';
import type { Observed, SettingPath, UnknownSetting } from './observed.ts';
import { differing, refused } from './refused.ts';

/** Where the JSON Schema of the file is published: editors fetch it from there. */
const SCHEMA_URL = 'https://fleetmedic.dev/schemas/fleet.v1.schema.json';

export interface WrittenFleet {
  text: string;
  /** What could not be told, or not be written, each marked in the text. */
  unknown: UnknownSetting[];
}

/**
 * A `fleet.yaml` that says what was observed. It passes `readFleetFile`. `sentence` gives the words of a mark, in
 * the user's language; `head` stands above all.
 */
export function writeFleetFile(
  observed: Observed,
  words: { head: readonly string[]; sentence: (unknown: UnknownSetting) => string },
): WrittenFleet {
  const tree = treeOf(observed);
  const differs = { ...observed, unknown: differing(observed, tree) };
  const unknown = [...levelled(observed), ...levelled(differs), ...refused(tree)];
  const document = new Document(tree);
  document.commentBefore = comment([`yaml-language-server: $schema=${SCHEMA_URL}`, ...words.head]);
  const bySection = Map.groupBy(unknown, ({ path }) => sectionOf(document, path));
  for (const [section, marks] of bySection) {
    const text = comment([...new Set(marks.map(words.sentence))]);
    if (section === document.contents) document.comment = text;
    else if (isMap(section)) section.commentBefore = text;
  }
  return { text: textOf(document), unknown };
}

/** What stands for bytes that are no text would be taken for such bytes. */
const UNWRITTEN = new RegExp(`${UNSEEN.source}|\\ufffd`, UNSEEN.flags);

/** As YAML that a terminal can show: what it would obey, or not show, is written as an escape. */
function textOf(document: Document): string {
  visit(document, {
    Scalar: (_, scalar) => {
      if (typeof scalar.value === 'string' && scalar.value.search(UNWRITTEN) >= 0)
        scalar.type = 'QUOTE_DOUBLE';
    },
  });
  return document
    .toString({ lineWidth: 0 })
    .replace(UNWRITTEN, (letter) => `\\U${(letter.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`);
}

/** A comment stays one line: what runs may have names of any characters. */
const comment = (lines: readonly string[]): string =>
  lines.map((line) => ` ${withoutUnseen(line, ' ').replace(/[\t\n\ufffd ]+/g, ' ')}`).join('\n');

/** The innermost section of the text that a path belongs to; the whole of it where there is none. */
function sectionOf(document: Document, path: SettingPath): unknown {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isMap(node)) return node;
  }
  return document.contents;
}
