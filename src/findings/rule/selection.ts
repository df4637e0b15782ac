import type { LabelSelector, RuleObject } from '../../evidence/alerts.ts';
import type { ClusterEvidence } from '../../evidence/evidence.ts';
import { seenOr } from '../../evidence/look.ts';
import type { Component } from '../../fleet/fleet.ts';
import type { FindingContext, FindingRule } from '../context.ts';
import { absent, type Finding, present, quote, unknown } from '../finding.ts';
import { note } from '../notes.ts';

/** Every namespace has its name as a label (kubernetes API server, since 1.21). */
const NAME_LABEL = 'kubernetes.io/metadata.name';

/** Whether each PrometheusRule is selected by a Prometheus or Ruler of its cluster. */
export const selection: FindingRule = {
  name: 'rule/selection',
  look: (context) => [...context.evidence.clusters.values()].flatMap((cluster) => look(context, cluster)),
};

function look(context: FindingContext, cluster: ClusterEvidence): Finding[] {
  const type = 'rules-not-loaded';
  const evaluators = (['prometheus', 'ruler'] as const).flatMap((role) =>
    context.index.byRole(role, cluster.name),
  );
  const rules = cluster.ruleObjects.get('prometheusrules');
  const selectors = [cluster.ruleObjects.get('prometheuses'), cluster.ruleObjects.get('thanosrulers')];
  const [evaluator] = evaluators;
  if (!evaluator || !rules) return [];
  // No such kind: nobody here has rules in objects.
  if (!rules.seen) return rules.reason === 'not-found' ? [] : [unknown(type, evaluator.ref, rules.reason)];
  const hidden = selectors.find((list) => list && !list.seen && list.reason !== 'not-found');
  if (hidden && !hidden.seen) return [unknown(type, evaluator.ref, hidden.reason)];
  const selecting = selectors.flatMap((list) => seenOr(list, []));
  if (selecting.length === 0) return [];
  const missed = rules.value.filter(
    (rule) => rule.groups > 0 && !selecting.some((object) => mayLoad(object, rule)),
  );
  const whose = ownerOf(evaluators, selecting) ?? evaluator;
  const [first] = missed;
  if (!first) return [absent(type, whose.ref)];
  const words = `${first.meta.namespace}/${first.meta.name}`;
  const labels = Object.entries(first.meta.labels)
    .map(([key, value]) => `${key}=${value}`)
    .join(', ');
  return [
    present(type, whose.ref, {
      evidence: [quote(rules.source, note('rule-unselected', { rule: words, labels }))],
      since: first.meta.createdAt,
      facts: { words, rules: missed.length },
    }),
  ];
}

/** The workload that the operator makes of a Prometheus or ThanosRuler has its name and namespace. */
function ownerOf(evaluators: readonly Component[], objects: readonly RuleObject[]): Component | undefined {
  return evaluators.find(({ ref }) =>
    objects.some(({ meta }) => meta.namespace === ref.namespace && ref.name.endsWith(`-${meta.name}`)),
  );
}

/** Whether an object selects a rule, or may: labels of namespaces are not looked at, but for their names. */
function mayLoad({ meta, selector, namespaces }: RuleObject, rule: RuleObject): boolean {
  if (selector === null || !selects(selector, rule.meta.labels)) return false;
  if (namespaces === null) return meta.namespace === rule.meta.namespace;
  const asked = [...Object.keys(namespaces.labels), ...namespaces.expressions.map(({ key }) => key)];
  if (asked.some((key) => key !== NAME_LABEL)) return true;
  return selects(namespaces, { [NAME_LABEL]: rule.meta.namespace ?? '' });
}

function selects({ labels, expressions }: LabelSelector, given: Readonly<Record<string, string>>): boolean {
  return (
    Object.entries(labels).every(([key, value]) => given[key] === value) &&
    expressions.every(({ key, operator, values }) => {
      const value = given[key];
      switch (operator) {
        case 'In':
          return value !== undefined && values.includes(value);
        case 'NotIn':
          return value === undefined || !values.includes(value);
        case 'Exists':
          return value !== undefined;
        case 'DoesNotExist':
          return value === undefined;
        default:
          return true;
      }
    })
  );
}
