/**
 * `npm run record-view -- NAME …`: writes an incident that is another one as it is seen from its edge alone: the
 * same answers of real systems, without those of the cluster in which the fault was made. The expected answer is that
 * of the list of incidents, written before anything is looked at.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { INCIDENTS } from '../src/drill/incidents.ts';
import { recording } from '../src/drill/recordings.ts';
import { type Manifest, type Recorded, writeBundle } from '../src/evidence/bundle.ts';

const EXAMPLES = join(import.meta.dirname, '..', 'examples', 'incidents');

for (const name of process.argv.slice(2)) {
  const incident = INCIDENTS.find((candidate) => candidate.name === name);
  if (!incident?.seenFrom) throw new Error(`no such incident that is seen from an edge: ${name}`);
  const whole = recording(incident.seenFrom.recording);
  const lines = gunzipSync(readFileSync(whole.bundle)).toString('utf8').trimEnd().split('\n');
  const [manifest, ...entries] = lines.map((line): unknown => JSON.parse(line)) as [Manifest, ...unknown[]];
  const clusters = manifest.clusters.filter(
    (cluster) => !whole.causes.some((cause) => cause.cluster === cluster),
  );
  const { redacted } = (entries.pop() as { end: { redacted: Record<string, number> } }).end;
  const dir = join(EXAMPLES, name);
  mkdirSync(dir, { recursive: true });
  const made = {
    ...{ drill: null, seenFrom: incident.seenFrom.recording, clusters },
    ...JSON.parse(readFileSync(join(EXAMPLES, incident.seenFrom.recording, 'expected.json'), 'utf8')).made,
  };
  const causes = clusters.map((cluster) => ({ mode: incident.seenFrom?.mode, cluster, role: 'agent' }));
  const expected = { causes, heldOut: incident.heldOut ?? false, made };
  writeFileSync(join(dir, 'expected.json'), `${JSON.stringify(expected, null, 2)}\n`);
  await writeBundle(join(dir, 'bundle.gz'), {
    recordedAt: new Date(manifest.recordedAt),
    madeBy: manifest.madeBy,
    clusters,
    redacted,
    entries: (entries as Recorded[]).filter(({ request }) => clusters.includes(request.cluster)),
  });
}
