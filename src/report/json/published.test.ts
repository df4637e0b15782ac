import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it, vi } from 'vitest';
import { CATALOGUE } from '../../catalogue/registry.generated.ts';
import { explainLines } from '../../catalogue/texts.testing.ts';
import { openBundle } from '../../evidence/bundle.ts';
import { readFleetFile } from '../../fleet/file/read.ts';
import { resolveFleet } from '../../fleet/file/resolve.ts';
import { writeFleetFile } from '../../fleet/file/write.ts';
import { writeState } from '../../lab/state.ts';
import { type LabStatus, status } from '../../lab/status.ts';
import { diagnoseFleet } from '../../usecases/diagnose.ts';
import { diffFleet } from '../../usecases/diff.ts';
import { observeFleet } from '../../usecases/discover.ts';
import { fleetStatus } from '../../usecases/status.ts';
import { diffDocument } from './diff.ts';
import { diagnosisDocument } from './document.ts';
import { explanationDocument } from './explanation.ts';
import { labDocument } from './lab.ts';
import { modeDocument, modesDocument } from './modes.ts';
import { statusDocument } from './status.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const SCHEMAS = join(ROOT, 'docs', 'schemas');
const BUNDLE = join(ROOT, 'src', 'collect', 'settings', 'fixtures', 'plain.bundle.gz');

async function diffOfOther(): Promise<object> {
  const bundle = await openBundle(BUNDLE);
  const { text } = writeFleetFile(await observeFleet(bundle), { head: [], sentence: () => '' });
  const { file } = readFleetFile(text.replace(/scrapeInterval: \w+/, 'scrapeInterval: 33s'));
  if (!file) throw new Error(text);
  const diffed = await diffFleet(bundle, { file, settings: resolveFleet(file) });
  expect(diffed.differences).not.toEqual([]);
  expect(diffed.unknown).not.toEqual([]);
  return diffDocument({ ...diffed, fleet: file.name, clusters: diffed.observed.clusters });
}

/** The real look at a lab of which only the state is there: nothing of it runs. */
async function statusOfStoppedLab(): Promise<LabStatus> {
  const home = mkdtempSync(join(tmpdir(), 'medic-lab-'));
  vi.stubEnv('XDG_STATE_HOME', home);
  try {
    const wishes = { instance: 'stopped', seed: 7, edges: 1, hubNodes: 1, sizedVolumes: false } as const;
    writeState({ ...wishes, slot: 0, pipeline: 'plain' });
    const result = await status('stopped', join(home, 'bin'));
    expect(result.clusters.map(({ notReady }) => notReady)).toEqual([null, null]);
    expect(result.clusters[0]?.missingProcesses).not.toEqual([]);
    return result;
  } finally {
    vi.unstubAllEnvs();
    rmSync(home, { recursive: true });
  }
}

/** A real document of each kind, by its name. */
const DOCUMENTS: Record<string, () => Promise<object[]>> = {
  diagnosis: async () => [
    diagnosisDocument(await diagnoseFleet(await openBundle(BUNDLE), { engine: 'test' }), 'en'),
  ],
  diff: async () => [await diffOfOther()],
  explanation: async () => [
    explanationDocument(await explainLines('level=error err="out of order sample"'), 'ko'),
  ],
  lab: async () => [labDocument(await statusOfStoppedLab())],
  mode: async () => CATALOGUE.map((mode) => modeDocument(mode, 'ko')),
  modes: async () => [modesDocument(CATALOGUE, 'en')],
  status: async () => [
    statusDocument(await fleetStatus(await openBundle(BUNDLE), { engine: 'test', language: 'ko' }), 'ko'),
  ],
};

describe('what --output json gives', () => {
  it.each(Object.entries(DOCUMENTS))('%s follows its published schema', async (name, make) => {
    const schema = JSON.parse(readFileSync(join(SCHEMAS, `${name}.v1.schema.json`), 'utf8'));
    const validate = new Ajv2020({ strict: false }).compile(schema);
    for (const document of await make()) {
      const given = JSON.parse(JSON.stringify(document));
      expect(given.schema).toBe(`fleetmedic/${name}/v1`);
      expect(validate(given), JSON.stringify(validate.errors)).toBe(true);
    }
  });

  it('every published schema but that of the fleet file has a document here', () => {
    const published = readdirSync(SCHEMAS).map((file) => file.replace('.v1.schema.json', ''));
    expect(published.filter((name) => name !== 'fleet').sort()).toEqual(Object.keys(DOCUMENTS).sort());
  });

  it('no source names a document whose schema is not published', () => {
    const sources = readdirSync(join(ROOT, 'src', 'report'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .map((file) => readFileSync(join(ROOT, 'src', 'report', file), 'utf8'));
    const named = sources.flatMap((text) =>
      [...text.matchAll(/'fleetmedic\/(\w+)\/v1'/g)].map(([, name]) => name),
    );
    expect([...new Set(named)].sort()).toEqual(Object.keys(DOCUMENTS).sort());
  });

  it('no command writes JSON that is none of these documents', () => {
    const dir = join(ROOT, 'src', 'cli');
    const written = readdirSync(dir)
      .filter((file) => file.endsWith('.ts') && !file.includes('.test'))
      .flatMap((file) =>
        [...readFileSync(join(dir, file), 'utf8').matchAll(/JSON\.stringify\([^;]*?, null, 2\)/g)].map(
          ([call]) => call,
        ),
      );
    expect(written.length).toBeGreaterThanOrEqual(5);
    for (const call of written) expect(call).toMatch(/ocument\b/);
  });
});
