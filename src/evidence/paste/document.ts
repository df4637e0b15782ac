import { beginsRecord } from './records.ts';

/** Lines of a paste, and what they are. */
export interface Layout {
  /** Indexes of lines that say nothing of the system: comments, prose of a document. */
  silent: ReadonlySet<number>;
  /** Indexes of lines that set something: templates, expressions. */
  settings: ReadonlySet<number>;
  /** It is a document, with headings: what stands in it is shown rather than seen. */
  isDocument: boolean;
}

/** A heading of Markdown; a comment of YAML, a shell's prompt of root and `# HELP` look alike. */
const HEADING = /^#{1,6} [^\s#]/;
const NO_HEADING = /^# (?:HELP|TYPE|UNIT|EOF|kubectl|oc|helm|docker|cat|curl|journalctl|systemctl)\b/;
/** So many headings make a document; one does at its very beginning. */
const HEADINGS = 2;
const NO_BEGINNING = /^\s*(?:<!--|---|$)/;

const COMMENT = /^\s*(?:#|\/\/)(?!\d)/;
/** Templates of rules, and the keys of rules and dashboards that hold conditions and addresses. */
const TEMPLATE =
  /\{\{-?\s{0,3}(?:\$|\.|include|template|if|end|range|with|printf|humanize)|^\s*(?:- )?["']?(?:expr|alert|record|runbook_url|regex|source_labels|legendFormat)["']?\s*:/;

/** A time or level, by which a program's line is known from a sentence about it. */
const SAID =
  /\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d|\d\d:\d\d:\d\d|(?:^|\s)(?:level|lvl|ts|caller)=|^[IWEF]\d{4} |"level":/;

export function layoutOf(lines: readonly string[]): Layout {
  const fenced = fencedLines(lines);
  const isBlank = (index: number) => (lines[index] ?? '').trim() === '';
  const isHeading = (index: number) => {
    const line = lines[index] ?? '';
    return HEADING.test(line) && !NO_HEADING.test(line) && !fenced.has(index) && isBlank(index + 1);
  };
  const first = lines.findIndex((line) => !NO_BEGINNING.test(line));
  const headings = lines.filter((_, index) => isHeading(index) && isBlank(index - 1)).length;
  const isDocument = headings >= HEADINGS || isHeading(first);
  const silent = new Set<number>();
  const settings = new Set<number>();
  lines.forEach((line, index) => {
    if (COMMENT.test(line)) silent.add(index);
    else if (TEMPLATE.test(line)) settings.add(index);
    else if (isDocument && !fenced.has(index) && !(SAID.test(line) && beginsRecord(line))) silent.add(index);
  });
  return { silent, settings, isDocument };
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
