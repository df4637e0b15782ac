import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { INCIDENTS } from '../drill/incidents.ts';
import { CATALOGUE } from './registry.generated.ts';
import { explainLines } from './texts.testing.ts';

const ROOT = join(import.meta.dirname, '..', '..');

describe.each(CATALOGUE)('the page of $id', ({ id }) => {
  const page = readFileSync(join(ROOT, 'docs', 'failure-modes', `${id}.md`), 'utf8');
  const [, section = ''] = page.split('\n## Examples\n');
  const own = section.split('\n## ')[0] as string;
  const texts = [...own.matchAll(/```text\n([\s\S]*?)\n```/g)].map(([, text]) => text as string);
  const bundles = [...own.matchAll(/--bundle (\S+)`/g)].map(([, file]) => file as string);

  it('has an example that is run', () => {
    expect(texts.length + bundles.length).toBeGreaterThan(0);
  });

  it('has texts for which it is named first', async () => {
    for (const text of texts) expect((await explainLines(text)).causes[0]?.mode.id, text).toBe(id);
  });

  it('has recordings that the replay looks at, none of them held out', () => {
    for (const file of bundles) {
      const incident = INCIDENTS.find(({ name }) => file === `examples/incidents/${name}/bundle.gz`);
      expect(incident?.heldOut ?? false, file).toBe(false);
      expect(incident, file).toBeDefined();
      expect(existsSync(join(ROOT, file)), file).toBe(true);
    }
  });
});
