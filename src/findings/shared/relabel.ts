import { RE2JS } from 're2js';
import type { RelabelRule } from '../../evidence/prometheus-config.ts';

/** A series' labels with `__name__`; `null` if a rule dropped it. */
type Labels = Readonly<Record<string, string>>;

/**
 * Applies relabel rules as Prometheus does (model/relabel/relabel.go). Patterns come from a user's
 * configuration: they run on RE2, which is linear, with Go's syntax. A rule that cannot be read changes nothing.
 */
export function relabel(rules: readonly CompiledRule[], labels: Labels): Labels | null {
  let current: Record<string, string> = { ...labels };
  for (const { rule, regex } of rules) {
    const value = rule.sourceLabels.map((name) => current[name] ?? '').join(rule.separator);
    switch (rule.action) {
      case 'keep':
        if (!regex.matches(value)) return null;
        break;
      case 'drop':
        if (regex.matches(value)) return null;
        break;
      case 'keepequal':
        if (value !== (current[rule.targetLabel] ?? '')) return null;
        break;
      case 'dropequal':
        if (value === (current[rule.targetLabel] ?? '')) return null;
        break;
      case 'labeldrop':
        current = filterKeys(current, (name) => !regex.matches(name));
        break;
      case 'labelkeep':
        current = filterKeys(current, (name) => regex.matches(name));
        break;
      case 'replace':
        if (regex.matches(value)) set(current, rule.targetLabel, regex.replace(value, rule.replacement));
        break;
      case 'lowercase':
        set(current, rule.targetLabel, value.toLowerCase());
        break;
      case 'uppercase':
        set(current, rule.targetLabel, value.toUpperCase());
        break;
    }
  }
  return Object.keys(current).length === 0 ? null : current;
}

export interface CompiledRule {
  rule: RelabelRule;
  regex: { matches(value: string): boolean; replace(value: string, replacement: string): string };
}

/** Rules with their patterns compiled, anchored as Prometheus does; unreadable ones are left out. */
export function compileRules(rules: readonly RelabelRule[]): CompiledRule[] {
  return rules.flatMap((rule) => {
    try {
      const pattern = RE2JS.compile(`^(?s:${rule.regex})$`);
      return [
        {
          rule,
          regex: {
            matches: (value) => pattern.testExact(value),
            replace: (value, replacement) => pattern.matcher(value).replaceFirst(goReplacement(replacement)),
          },
        },
      ];
    } catch {
      return [];
    }
  });
}

/** `$1` and `${1}` mean the same in Go; re2js knows the first form. */
const goReplacement = (replacement: string) => replacement.replace(/\$\{(\w{1,40})\}/g, '$$$1');

function set(labels: Record<string, string>, name: string, value: string): void {
  if (value === '') delete labels[name];
  else labels[name] = value;
}

function filterKeys(labels: Record<string, string>, keep: (name: string) => boolean): Record<string, string> {
  return Object.fromEntries(Object.entries(labels).filter(([name]) => keep(name)));
}
