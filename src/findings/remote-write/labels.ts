import { podKey } from '../../evidence/evidence.ts';
import type { Target } from '../../evidence/prometheus.ts';
import type { RelabelRule } from '../../evidence/prometheus-config.ts';
import type { SeenConfig } from '../../evidence/views.ts';
import type { Component } from '../../fleet/fleet.ts';
import { WRITERS } from '../../fleet/roles.ts';
import type { FindingContext, FindingRule } from '../context.ts';
import { absent, type Finding, present, quote } from '../finding.ts';
import { note } from '../notes.ts';
import { configChange, configMapFact } from '../shared/changes.ts';
import { compileRules, relabel } from '../shared/relabel.ts';

/** Of so many targets each is followed through the rules. */
const MAX_TARGETS = 1000;

/** Whether relabelling takes away what tells the series of two targets apart. */
export const labels: FindingRule = {
  name: 'remote-write/labels',
  look: (context) =>
    context.fleet.components
      .filter(({ role }) => WRITERS.includes(role))
      .flatMap((component) => look(context, component)),
};

function look(context: FindingContext, component: Component): Finding[] {
  const seen = context.prometheusConfig(component);
  if (!seen || seen.config.remoteWrite.length === 0) return [];
  const targets = targetsOf(context, component);
  if (targets.length === 0) return [];
  const [worst] = collapses(seen, targets).sort((a, b) => b.count - a.count);
  if (!worst) return [absent('write-labels-collapse', component.ref)];
  const change = configChange(context, component);
  const facts = { count: worst.count, rules: worst.rules, ...configMapFact(context, component) };
  return [
    present('write-labels-collapse', component.ref, {
      evidence: [
        quote(
          seen.source,
          note('same-labels', { where: worst.where, rules: worst.rules, count: worst.count }),
        ),
      ],
      facts,
      change,
      since: change?.at ?? null,
    }),
  ];
}

function targetsOf(context: FindingContext, component: Component): Target[] {
  for (const pod of context.pods(component)) {
    const look = context.clusterOf(component).targets.get(podKey(pod));
    if (look?.seen) return look.value.slice(0, MAX_TARGETS);
  }
  return [];
}

interface Collapse {
  where: string;
  rules: string;
  /** Targets that have the labels of another one after the rules. */
  count: number;
}

function collapses({ config }: SeenConfig, targets: readonly Target[]): Collapse[] {
  const jobs = [...config.metricRelabel].map(([job, rules]) => {
    const own = targets.filter((target) => target.job === job);
    return collapse('metric_relabel_configs', rules, own, {});
  });
  const queues = config.remoteWrite.map(({ relabel: rules }) =>
    collapse('write_relabel_configs', rules, targets, config.externalLabels),
  );
  return [...jobs, ...queues].flatMap((one) => one ?? []);
}

function collapse(
  where: string,
  rules: readonly RelabelRule[],
  targets: readonly Target[],
  external: Record<string, string>,
): Collapse | null {
  // Which metrics pass does not matter here: what matters is what is left of the labels of those that do.
  const changing = rules.filter(({ sourceLabels }) => !sourceLabels.includes('__name__'));
  const removing = changing.filter(isRemoving);
  if (removing.length === 0 || targets.length < 2) return null;
  const compiled = compileRules(changing);
  const before = new Map<string, Set<string>>();
  for (const target of targets) {
    const after = relabel(compiled, { ...external, ...target.labels, __name__: 'x' });
    if (after === null) continue;
    const key = identity(after);
    before.set(key, (before.get(key) ?? new Set()).add(identity(target.labels)));
  }
  const count = [...before.values()].filter(({ size }) => size > 1).reduce((sum, { size }) => sum + size, 0);
  return count === 0 ? null : { where, rules: describe(removing), count };
}

/** Rules that can take a difference away. */
const isRemoving = ({ action, targetLabel }: RelabelRule): boolean =>
  action === 'labeldrop' || action === 'labelkeep' || (action === 'replace' && targetLabel !== '');

const identity = (given: Readonly<Record<string, string>>): string =>
  JSON.stringify(Object.entries(given).sort(([a], [b]) => (a < b ? -1 : 1)));

const describe = (rules: readonly RelabelRule[]): string =>
  rules
    .map(({ action, regex, targetLabel }) =>
      action === 'replace' ? `replace ${targetLabel}` : `${action} ${regex}`,
    )
    .join('; ')
    .slice(0, 200);
