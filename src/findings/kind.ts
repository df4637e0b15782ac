import type { Role } from '../fleet/roles.ts';

/**
 * A line that a program, an API server or a cloud writes when something fails. Compared by inclusion in the line in
 * lower case, which is linear whatever the line holds.
 */
export interface Text {
  /** Lower-case literals that the line has, all of them. The first is the rarest: it is searched for. */
  has: readonly [string, ...string[]];
  /** Lower-case literals of which it has none. */
  lacks?: readonly string[];
  /** An alert's name: a symptom that somebody else saw, which proves less than the words of the part itself. */
  isAlert?: boolean;
  /** It is said at every start as well, once or a few times: alone it proves little, unless the text shows that it lasts. */
  passes?: boolean;
  /** It is what a configuration or dashboard sets, not what happened: it speaks where such a one is pasted, too. */
  isSetting?: boolean;
  /** An alert that several modes may be behind: it names none of them. */
  isSymptom?: boolean;
  /** For an alert that may speak for several modes: 0 for the likeliest. */
  order?: number;
  /** Project, file, and versions where it is not in all that are in scope. */
  source: string;
}

/** The texts that say that a finding holds. */
export interface Texts {
  lines: readonly Text[];
  /** Lines after which it is over: what failed works again. */
  over?: readonly Text[];
  /** Roles whose log it can stand in; any where absent. */
  roles?: readonly Role[];
  /**
   * When a line in a component's log still holds. `ending`: it stands among the last lines of a container that is not
   * ready or keeps ending. `lasting`: it was said within the last minutes, more than once, and nothing says that it is
   * over. `pasted`: logs of a cluster are not searched for it, because a rule of its own looks; only a text that a
   * person pastes is.
   */
  holds: 'ending' | 'lasting' | 'pasted';
  /** Values for the sentence that a line names, where a person pasted it. Linear in the line. */
  facts?: (line: string) => Readonly<Record<string, string>>;
}

/** One kind of finding: a literal in the file of its area. */
export interface FindingKind {
  /**
   * The chance that it is present without any cause that the catalogue knows: small where nothing else can make it
   * so, larger where much can.
   */
  leak: number;
  /** Placeholders: its facts, and `subject`. */
  sentence: { en: string; ko: string };
  /** What is said where a figure of the sentence is not known: an alert has none. */
  brief?: { en: string; ko: string };
  texts?: Texts;
}

export const defineFindings = <const T extends Readonly<Record<string, FindingKind>>>(kinds: T): T => kinds;
