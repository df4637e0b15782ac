/**
 * `npm run record-metrics -- --name LAB`: writes which metrics each part of a lab with a rendered pipeline exports,
 * as Query on its hub has them by job. The dashboards' tests hold every query to this list.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { IMAGES, RENDERED_IMAGES } from '../src/lab/install/images.ts';
import { kubectlFor } from '../src/lab/kubectl.ts';
import { layoutOf, requireState } from '../src/lab/state.ts';
import { install } from '../src/lab/up.ts';

const FILE = join(import.meta.dirname, '..', 'src', 'platform', 'metrics', 'lab.generated.json');
const SILENT = { step: () => {}, detail: () => {}, done: () => {} };

const { values } = parseArgs({ options: { name: { type: 'string', default: 'medic' } } });
const state = requireState(values.name);
if (state.pipeline !== 'rendered') throw new Error(`${values.name} has no rendered pipeline`);
const { lab, names } = layoutOf(state);
const kubectl = kubectlFor(await install(SILENT, state.pipeline), lab.kubeconfig);
const hub = lab.clusters[0]?.name ?? '';
const service = `${names.services.query}:${names.queryPort}`;
const query = encodeURIComponent('count by (job, __name__) ({__name__!="", job!=""})');
const path = `/api/v1/namespaces/${names.namespaces.pipeline}/services/${service}/proxy/api/v1/query?query=${query}`;
const answer = JSON.parse(await kubectl(hub, ['get', '--raw', path])) as {
  data: { result: { metric: { job: string; __name__: string } }[] };
};
// Words of the lab's own application and DNS are no part of the pipeline.
const others = [names.workloads.application, names.workloads.dns];
const jobs = new Map<string, Set<string>>();
for (const { metric } of answer.data.result) {
  if (others.includes(metric.job)) continue;
  const known = jobs.get(metric.job) ?? new Set();
  jobs.set(metric.job, known.add(metric.__name__));
}
const software = Object.values({ ...IMAGES, ...RENDERED_IMAGES }).map(({ name }) => name);
writeFileSync(
  FILE,
  `${JSON.stringify(
    {
      recordedWith: software.sort().join(', '),
      jobs: Object.fromEntries(
        [...jobs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([job, metrics]) => [job, [...metrics].sort()]),
      ),
    },
    null,
    1,
  )}\n`,
);
process.stdout.write(`${FILE}: ${[...jobs.values()].reduce((sum, { size }) => sum + size, 0)} metrics\n`);
