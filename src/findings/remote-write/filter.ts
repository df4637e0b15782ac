import { podKey } from '../../evidence/evidence.ts';
import { seenOr } from '../../evidence/look.ts';
import type { TargetMetric } from '../../evidence/prometheus.ts';
import type { RemoteWrite } from '../../evidence/prometheus-config.ts';
import { runningUnseen } from '../../evidence/views.ts';
import type { Component } from '../../fleet/fleet.ts';
import { WRITERS } from '../../fleet/roles.ts';
import type { FindingContext, FindingRule } from '../context.ts';
import { absent, type Finding, present, quote, unknown } from '../finding.ts';
import { note } from '../notes.ts';
import { configChange, configMapFact } from '../shared/changes.ts';
import { compileRules, relabel } from '../shared/relabel.ts';

/**
 * Allow-lists are common and wanted. A filter is at fault only if nothing of what the targets expose gets
 * through, or next to nothing while the other clusters send (nearly) all of it.
 */
const NEXT_TO_NOTHING = 0.15;
const NEARLY_ALL = 0.5;

const MAX_NAMED = 3;
/** Rules × metrics that are worked through; of more metrics, every n-th is taken. */
const MAX_STEPS = 200_000;

/** Whether the write relabelling of a writer removes what should be sent. */
export const filter: FindingRule = {
  name: 'remote-write/filter',
  look: (context) => {
    const states = context.fleet.components
      .filter(({ role }) => WRITERS.includes(role))
      .flatMap((component) => stateOf(context, component) ?? []);
    return states.map((state) => findingOf(context, state, states));
  },
};

interface FilterState {
  component: Component;
  /** Share of the metrics that get through, 0–1; `null` where the targets' metrics could not be seen. */
  kept: number | null;
  rules: string;
  upKept: boolean;
  /** Jobs that are scraped, each with whether anything of it gets through. */
  jobs: ReadonlyMap<string, boolean>;
}

function stateOf(context: FindingContext, component: Component): FilterState | null {
  const seen = context.prometheusConfig(component);
  const queues = seen?.config.remoteWrite ?? [];
  if (queues.length === 0) return null;
  const metrics = context.pods(component).flatMap((pod) => {
    const look = context.clusterOf(component).targetMetrics.get(podKey(pod));
    return look?.seen ? look.value : [];
  });
  const external = seen?.config.externalLabels ?? {};
  const filtering = queues.filter(filters);
  if (filtering.length < queues.length)
    return { component, kept: 1, rules: '', upKept: true, jobs: scrapedJobs(context, component) };
  // With several queues a series arrives if any of them lets it through.
  const rules = queues.reduce((total, queue) => total + queue.relabel.length, 0);
  const stride = Math.max(1, Math.ceil((metrics.length * rules) / MAX_STEPS));
  const sample = metrics.filter((_, index) => index % stride === 0);
  const shares = queues.map((queue) => shareKept(queue, sample, external));
  return {
    component,
    kept: metrics.length === 0 ? null : Math.max(...shares.map(({ share }) => share)),
    rules: filtering[0] ? describeRules(filtering[0]) : '',
    upKept: shares.some(({ upKept }) => upKept),
    jobs: jobsOf(sample, (one) => shares.some(({ kept }) => kept.has(one))),
  };
}

/** All that a writer scrapes, where nothing is kept back. */
function scrapedJobs(context: FindingContext, component: Component): ReadonlyMap<string, boolean> {
  const { targets } = context.clusterOf(component);
  const seen = context.pods(component).flatMap((pod) => seenOr(targets.get(podKey(pod)), []));
  return new Map(seen.flatMap(({ labels: { job } }) => (job === undefined ? [] : [[job, true] as const])));
}

function jobsOf(metrics: readonly TargetMetric[], isKept: (metric: TargetMetric) => boolean) {
  const jobs = new Map<string, boolean>();
  for (const metric of metrics) {
    const { job } = metric.target;
    if (job !== undefined) jobs.set(job, (jobs.get(job) ?? false) || isKept(metric));
  }
  return jobs;
}

const filters = ({ relabel: rules }: RemoteWrite) => rules.some(({ action }) => /^(keep|drop)/.test(action));

function shareKept(queue: RemoteWrite, metrics: readonly TargetMetric[], external: Record<string, string>) {
  const rules = compileRules(queue.relabel);
  const passes = (labels: Record<string, string>) => relabel(rules, { ...external, ...labels }) !== null;
  const kept = new Set(
    metrics.filter(({ target, metric, type }) =>
      seriesNames(metric, type).some((name) => passes({ ...target, __name__: name })),
    ),
  );
  return {
    kept,
    share: metrics.length === 0 ? 0 : kept.size / metrics.length,
    upKept: metrics.some(({ target }) => passes({ ...target, __name__: 'up' })),
  };
}

/** A histogram's or summary's series have endings; any of them that gets through counts. */
function seriesNames(metric: string, type: string): string[] {
  if (type === 'histogram') return [`${metric}_bucket`, `${metric}_sum`, `${metric}_count`, metric];
  if (type === 'summary') return [metric, `${metric}_sum`, `${metric}_count`];
  return type === 'counter' && !metric.endsWith('_total') ? [metric, `${metric}_total`] : [metric];
}

const describeRules = ({ relabel: rules }: RemoteWrite): string =>
  rules
    .filter(({ action }) => /^(keep|drop)/.test(action))
    .map(({ action, sourceLabels, regex }) => `${action} ${sourceLabels.join(',')} =~ ${regex}`)
    .join('; ');

function findingOf(context: FindingContext, state: FilterState, all: readonly FilterState[]): Finding {
  const { component, kept, rules } = state;
  if (kept === null) {
    const { pods, targetMetrics } = context.clusterOf(component);
    const look = [pods, ...targetMetrics.values()].find((candidate) => !candidate.seen);
    return look && !look.seen
      ? unknown('write-filter-drops', component.ref, look.reason)
      : absent('write-filter-drops', component.ref);
  }
  const percent = Math.round(kept * 100);
  const facts = { percent, rules, up: state.upKept ? 1 : 0, ...configMapFact(context, component) };
  const jobs = lostJobs(state, all);
  const isAtFault = kept === 0 || (kept < NEXT_TO_NOTHING && doOthersSend(state, all));
  if (!isAtFault && jobs.length === 0) {
    // The file may be mended, and what runs be as it was.
    const why = runningUnseen(context.clusterOf(component), component);
    return why === null
      ? absent('write-filter-drops', component.ref, { facts })
      : unknown('write-filter-drops', component.ref, why);
  }
  const source = context.prometheusConfig(component)?.source;
  const change = configChange(context, component);
  const words = isAtFault
    ? note('write-passes', { rules, percent })
    : note('write-drops-jobs', { rules, jobs: jobs.slice(0, MAX_NAMED).join(', ') });
  const evidence = source ? [quote(source, words)] : [];
  return present('write-filter-drops', component.ref, { evidence, facts, change, since: change?.at ?? null });
}

/**
 * Jobs that an Agent scrapes for nothing, since it keeps no samples itself, and of which other clusters send what they have.
 */
function lostJobs({ component, jobs }: FilterState, all: readonly FilterState[]): string[] {
  if (component.role !== 'agent') return [];
  const others = all.filter((other) => other.component.ref.cluster !== component.ref.cluster);
  return [...jobs].flatMap(([job, isKept]) =>
    !isKept && others.some((other) => other.jobs.get(job) === true) ? job : [],
  );
}

const doOthersSend = (state: FilterState, all: readonly FilterState[]): boolean =>
  all.some((other) => other !== state && other.kept !== null) &&
  all.every((other) => other === state || other.kept === null || other.kept >= NEARLY_ALL);
