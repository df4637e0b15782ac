import { namespacesOf } from '../../evidence/addresses.ts';
import { podKey } from '../../evidence/evidence.ts';
import type { Workload } from '../../evidence/kubernetes/objects.ts';
import type { RelabelRule, ScrapeJob } from '../../evidence/prometheus-config.ts';
import type { Component } from '../../fleet/fleet.ts';
import { type ComponentRef, componentRef, subjectKey } from '../../fleet/subjects.ts';
import type { FindingContext, FindingRule } from '../context.ts';
import { type Finding, present, quote } from '../finding.ts';
import { type Note, note } from '../notes.ts';
import { configMapFact } from '../shared/changes.ts';
import { workloadsOf } from '../shared/target-places.ts';
import { PAUSE_ANNOTATION } from '../workload/replicas.ts';

/** A process that only just started has not found its targets yet. */
const STARTING_SECONDS = 120;
const MANAGED = /^(serviceMonitor|podMonitor|probe|scrapeConfig)\//;

/**
 * Jobs of a writer's own configuration that name one thing, by its labels or its namespace, and have no target. A job
 * that takes whatever is annotated may well find nothing, and jobs of the operator are told by their monitors.
 */
export const jobs: FindingRule = {
  name: 'scrape/jobs',
  look: (context) =>
    context.fleet.components
      .filter(({ role }) => role === 'agent' || role === 'prometheus')
      .flatMap((writer) => look(context, writer)),
};

function look(context: FindingContext, writer: Component): Finding[] {
  const cluster = context.clusterOf(writer);
  const seen = context.prometheusConfig(writer);
  const pods = context.pods(writer);
  const looks = pods.map((pod) => cluster.targets.get(podKey(pod)));
  const lists = [cluster.pods, cluster.deployments, cluster.statefulSets, cluster.daemonSets];
  if (seen?.layer !== 'running' || pods.length === 0 || !lists.every((list) => list.seen)) return [];
  if (!looks.every((one) => one?.seen) || !isSettled(context, writer)) return [];
  const scraped = new Set(looks.flatMap((one) => (one?.seen ? one.value.map(({ pool }) => pool) : [])));
  return seen.config.scrapeJobs
    .filter(({ name, isPlain, addresses }) => isPlain && addresses.length === 0 && !MANAGED.test(name))
    .filter(({ name }) => !scraped.has(name))
    .flatMap((job) => {
      const missing = missingOf(context, writer, job, scraped.size > 0);
      if (!missing) return [];
      const { subject, detail } = missing;
      return [
        present('scrape-targets-absent', subject, {
          evidence: [quote(seen.source, note('job-empty', { job: job.name, detail }))],
          facts: { job: job.name, detail, ...configMapFact(context, writer) },
        }),
      ];
    })
    .filter((finding, index, all) => index === all.findIndex((other) => sameSubject(other, finding)));
}

const sameSubject = (a: Finding, b: Finding) => subjectKey(a.subject) === subjectKey(b.subject);

function isSettled(context: FindingContext, writer: Component): boolean {
  return context.metrics(writer).every(({ look: metrics }) => {
    const started = metrics.seen ? metrics.value.value('process_start_time_seconds') : null;
    return started !== null && context.now / 1000 - started > STARTING_SECONDS;
  });
}

interface Missing {
  subject: ComponentRef;
  detail: Note;
}

function missingOf(
  context: FindingContext,
  writer: Component,
  job: ScrapeJob,
  finds: boolean,
): Missing | null {
  // Where discovery finds nothing for any job, it is discovery that fails.
  if (job.kubernetes.length === 0 || !finds) return null;
  const cluster = context.clusterOf(writer);
  const known = namespacesOf(cluster);
  const namespaces = job.kubernetes.flatMap((one) => one.namespaces);
  const isEverywhere = job.kubernetes.some((one) => one.namespaces.length === 0);
  if (!isEverywhere && namespaces.every((name) => !known.has(name))) {
    return { subject: writer.ref, detail: note('namespace-empty', { namespaces: namespaces.join(', ') }) };
  }
  const wanted = job.relabel.flatMap((rule) => wantedBy(rule) ?? []);
  const [first] = wanted;
  if (!first) return null;
  const within = workloadsOf(cluster).filter(
    ({ meta }) => isEverywhere || namespaces.includes(meta.namespace ?? ''),
  );
  const named = within.filter((workload) => wanted.every((one) => fits(one, workload)));
  if (named.length === 0) {
    const labels = wanted.map(({ label, values }) => `${label} = ${values.join('|')}`).join(', ');
    return { subject: writer.ref, detail: note('workload-none', { labels }) };
  }
  // With pods it is dropped by another rule, which nobody can tell from a wish.
  const [workload] = named;
  if (!workload || named.some(({ replicas }) => replicas !== 0)) return null;
  const { kind, meta } = workload;
  const subject = componentRef({
    ...{ cluster: cluster.name, namespace: meta.namespace, kind, name: meta.name, role: 'target' },
  });
  if (context.index.component(subjectKey(subject)) || meta.annotations[PAUSE_ANNOTATION] !== undefined)
    return null;
  return { subject, detail: note('workload-zero', { workload: `${kind} ${meta.namespace}/${meta.name}` }) };
}

interface Wanted {
  /** `namespace`, or a label of pods as Kubernetes writes it after Prometheus made it a name (`app_kubernetes_io_name`). */
  label: string;
  values: string[];
}

const POD_LABEL = '__meta_kubernetes_pod_label_';

/** What a rule keeps, where it keeps fixed values of one label. */
function wantedBy({ action, sourceLabels, regex }: RelabelRule): Wanted | null {
  const [source = ''] = sourceLabels;
  if (action !== 'keep' || sourceLabels.length !== 1 || !/^[A-Za-z0-9_|-]{1,500}$/.test(regex)) return null;
  const values = regex.split('|').filter((value) => value !== '');
  if (source === '__meta_kubernetes_namespace') return { label: 'namespace', values };
  return source.startsWith(POD_LABEL) ? { label: source.slice(POD_LABEL.length), values } : null;
}

function fits({ label, values }: Wanted, { meta, podLabels }: Workload): boolean {
  if (label === 'namespace') return values.includes(meta.namespace ?? '');
  return Object.entries(podLabels).some(
    ([key, value]) => key.replace(/[^A-Za-z0-9_]/g, '_') === label && values.includes(value),
  );
}
