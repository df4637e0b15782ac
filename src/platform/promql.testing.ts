import type { SyntaxNode } from '@lezer/common';
import { parser } from '@prometheus-io/lezer-promql';

/** One `metric{matchers}` of an expression. */
export interface Selector {
  /** Several where it chooses among whole names: `{__name__=~"a|b"}`; none where it chooses in another way. */
  metrics: string[];
  /** Each as written, without spaces: `cluster=~"$cluster"`. */
  matchers: string[];
  /** Functions around it, innermost first. */
  functions: string[];
}

export interface ParsedPromql {
  errors: { from: number; to: number }[];
  /** Names of all metrics that are selected, sorted, without repeats. */
  metrics: string[];
  selectors: Selector[];
}

/** Grafana puts durations in the place of these; its other variables stand inside strings. */
const DURATIONS = /\$__(?:rate_interval|interval|range)\b/g;

/** Syntax only: types and label matching are left to a real Prometheus. */
export function parsePromql(expr: string): ParsedPromql {
  // As long as what they replace, so that positions stay right.
  const text = expr.replace(DURATIONS, (variable) => '5m'.padEnd(variable.length));
  const errors: ParsedPromql['errors'] = [];
  const selectors: Selector[] = [];
  parser.parse(text).iterate({
    enter: ({ type, from, to, node }) => {
      if (type.isError) errors.push({ from, to });
      if (type.name === 'VectorSelector') selectors.push(selector(node, text));
    },
  });
  const metrics = new Set(selectors.flatMap((found) => found.metrics));
  return { errors, metrics: [...metrics].sort(), selectors };
}

function selector(node: SyntaxNode, text: string): Selector {
  const named = node.getChild('Identifier');
  const matchers =
    node
      .getChild('LabelMatchers')
      ?.getChildren('UnquotedLabelMatcher')
      .map((matcher) => text.slice(matcher.from, matcher.to).replace(/\s*(=~|!~|!=|=)\s*/, '$1')) ?? [];
  const byLabel = matchers.flatMap((matcher) => /^__name__=~?["']([\w:|]+)["']$/.exec(matcher)?.[1] ?? []);
  return {
    metrics: named ? [text.slice(named.from, named.to)] : byLabel.flatMap((names) => names.split('|')),
    matchers,
    functions: functionsAround(node, text),
  };
}

function functionsAround(node: SyntaxNode, text: string): string[] {
  const names: string[] = [];
  for (let outer = node.parent; outer; outer = outer.parent) {
    const name = outer.name === 'FunctionCall' ? outer.getChild('FunctionIdentifier') : null;
    if (name) names.push(text.slice(name.from, name.to));
  }
  return names;
}
