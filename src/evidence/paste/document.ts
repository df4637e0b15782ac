import { beginsRecord } from './records.ts';

/** Lines of a paste, and what they are. */
export interface Layout {
  /** Indexes of lines that say nothing of the system: comments, prose of a document. */
  silent: ReadonlySet<number>;
  /** Indexes of lines that set something: templates, expressions. */
  settings: ReadonlySet<number>;
  /** Indexes of lines that say that something is over. */
  past: ReadonlySet<number>;
  /** Indexes of lines in which a person tells: that it was so once, or is so, only that person knows. */
  narrated: ReadonlySet<number>;
  /** It is a document, with headings: what stands in it is shown rather than seen. */
  isDocument: boolean;
}

/** A heading of Markdown; a comment of YAML, a shell's prompt of root and `# HELP` look alike. */
const HEADING = /^#{1,6} [^\s#]/;
const NO_HEADING = /^# (?:HELP|TYPE|UNIT|EOF|kubectl|oc|helm|docker|cat|curl|journalctl|systemctl)\b/;
/** So many headings make a document; one does at its very beginning. */
const HEADINGS = 2;
const NO_BEGINNING = /^\s*(?:<!--|---|$)/;

/** An alert that somebody was sent, laid out as a page: its headings are those of a message. */
const NOTICE =
  /^#{1,6} {1,4}(?:\[?(?:firing|alert)\b.{0,200}|alert \S{1,120} firing\b.{0,200}|common (?:labels|annotations)|alerts? firing)\s{0,8}:?$|<th>alertname<\/th>/i;
/** Keys of a file of rules; what its alerts say is no alert. */
const RULE = /^\s*(?:- )?["']?alert["']?\s*:/;
const EXPRESSION = /^\s*(?:- )?["']?expr["']?\s*:/;
const ANNOTATION = /^\s*(?:- )?["']?(?:summary|description|message)["']?\s*:/;

const COMMENT = /^\s*(?:#|\/\/)(?!\d)/;
/** Templates of rules, and the keys of rules and dashboards that hold conditions and addresses. */
const TEMPLATE =
  /\{\{-?\s{0,3}(?:\$|\.|include|template|if|end|range|with|printf|humanize)|^\s*(?:- )?["']?(?:expr|alert|record|runbook_url|regex|source_labels|legendFormat)["']?\s*:/;

/** A time or level, by which a program's line is known from a sentence about it. */
const SAID =
  /\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d|\d\d:\d\d:\d\d|(?:^|\s)(?:level|lvl|ts|caller)=|^[IWEF]\d{4} |"level":/;

/** A query of a database: what it looks for need not be there. */
const SQL =
  /\b(?:i?like|rlike|regexp|similar to|match)\s{1,8}\(?['"]|^\s*(?:select\s.{1,400}\sfrom|insert\s{1,4}into|update\s\S{1,80}\s{1,4}set|delete\s{1,4}from)\s/i;
/** A statement of a program: words of one, and the sign that ends it. */
const STATEMENT =
  /^\s*(?:\}\s{0,4})?(?:(?:export|import|const|let|var|function|async|return|throw|switch|case|class|public|private|static|def|func|package|elif|except|raise|assert\w{0,20}|expect|describe|it|test|console\.\w{1,10}|fmt\.\w{1,10}|if|else|for|while|try|catch)\b|\w[\w.]{0,60}\()/;
const STATEMENT_END =
  /(?:[;{]|=>|\),?|\):)\s*$|=>\s|\.(?:includes|match|test|indexOf|contains|Contains|Errorf|New)\(/;
/** So many statements, and so large a share of the lines, make a program's source of a paste. */
const STATEMENTS = 3;
const SOURCE_SHARE = 0.3;
/** A commit, and its message or the difference that it makes. */
const COMMIT = /^commit [0-9a-f]{7,40}\b/;
const DIFFERENCE = /^diff --git /;
const SUBJECT = /^(?:fix|feat|chore|docs|refactor|perf|build|ci|style|revert)(?:\([^)]{1,60}\))?!?: /;
/** A sentence about what a reader may see some day. */
const CONDITION =
  /\bif\b[^.]{0,80}\byou(?:'ll)? (?:see|get|find|notice|encounter|observe|hit)\b|\bif\b[^.]{0,60}\b(?:logs?|output|message|error|alert)s? (?:shows?|says?|contains?|reads?|fires?)\b|(?:보이면|나오면|나타나면|발생하면|뜨면|출력되면|표시되면)(?=[\s,.]|$)/i;
/** A person's own words, of what was or is to be done. Programs speak of themselves in none of these. */
const NARRATED =
  /\b(?:we (?:had|saw|were|found|noticed|fixed)|I (?:had|saw|was|think|fixed)|let's|yesterday|last (?:week|night|month|quarter|year)|this was a|TODO|FIXME)\b|지난\s?(?:주|달|번|해|분기)|어제/;
/** A program's line of no weight, and the words by which it says that something went well or is over. */
const INFO = /\b(?:level|lvl|severity)"?\s?[=:]\s?"?info\b|^I\d{4} |\[ {0,2}info\]|\sINFO\s/i;
const WENT_WELL = /\b(?:successfully|succeeded|recovered|resolved|no longer|is over|back to normal)\b/i;

/** Whether a line is a statement of a program rather than what one said. */
const isStatement = (line: string): boolean => STATEMENT.test(line) && STATEMENT_END.test(line);

/** Lines of source code, queries, commits and sentences about what may be: none of them happened. */
function toldLines(lines: readonly string[]): ReadonlySet<number> {
  const told = new Set<number>();
  const written = lines.filter((line) => line.trim() !== '').length;
  const statements = lines.filter((line) => isStatement(line) && !SAID.test(line)).length;
  const isSource = statements >= STATEMENTS && statements >= written * SOURCE_SHARE;
  let part: 'none' | 'commit' | 'difference' = 'none';
  lines.forEach((line, index) => {
    if (COMMIT.test(line)) part = 'commit';
    else if (DIFFERENCE.test(line)) part = 'difference';
    else if (
      part !== 'none' &&
      /^\S/.test(line) &&
      !/^(?:[-+@\\]|Author|Date|Merge|index |new |deleted )/.test(line)
    )
      part = 'none';
    if (part !== 'none' || SUBJECT.test(line)) told.add(index);
    else if (!SAID.test(line) && (isSource || isStatement(line) || SQL.test(line) || CONDITION.test(line)))
      told.add(index);
  });
  return told;
}

export function layoutOf(lines: readonly string[]): Layout {
  const fenced = fencedLines(lines);
  const isBlank = (index: number) => (lines[index] ?? '').trim() === '';
  const isHeading = (index: number) => {
    const line = lines[index] ?? '';
    return HEADING.test(line) && !NO_HEADING.test(line) && !fenced.has(index) && isBlank(index + 1);
  };
  const first = lines.findIndex((line) => !NO_BEGINNING.test(line));
  const headings = lines.filter((_, index) => isHeading(index) && isBlank(index - 1)).length;
  const isDocument = (headings >= HEADINGS || isHeading(first)) && !lines.some((line) => NOTICE.test(line));
  const isRules = lines.some((line) => RULE.test(line)) && lines.some((line) => EXPRESSION.test(line));
  const silent = new Set<number>(toldLines(lines));
  const past = new Set<number>();
  const settings = new Set<number>();
  const narrated = new Set<number>();
  lines.forEach((line, index) => {
    if (INFO.test(line) && WENT_WELL.test(line)) past.add(index);
    if (NARRATED.test(line) && !SAID.test(line)) narrated.add(index);
    if (COMMENT.test(line)) silent.add(index);
    else if (TEMPLATE.test(line) || (isRules && ANNOTATION.test(line))) settings.add(index);
    else if (isDocument && !fenced.has(index) && !(SAID.test(line) && beginsRecord(line))) silent.add(index);
  });
  return { silent, settings, past, narrated, isDocument };
}

/** Lines between the marks of a block of code, and the marks. */
function fencedLines(lines: readonly string[]): ReadonlySet<number> {
  const fenced = new Set<number>();
  let isInside = false;
  lines.forEach((line, index) => {
    const isMark = /^\s{0,3}(?:```|~~~)/.test(line);
    if (isMark || isInside) fenced.add(index);
    if (isMark) isInside = !isInside;
  });
  return fenced;
}
