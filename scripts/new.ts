/**
 * `npm run new -- mode area/noun`, `npm run new -- fault NAME` or `npm run new -- control NAME`: the files of a new
 * failure mode, fault or control, filled as far as its name tells. What is left to write does not compile or fails its tests until it is.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SRC = join(import.meta.dirname, '..', 'src');
const [kind, name] = process.argv.slice(2);

function write(path: string, content: string): void {
  if (existsSync(path)) throw new Error(`${path} exists`);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  process.stdout.write(`${path}\n`);
}

if (kind === 'mode' && /^[a-z-]+\/[a-z-]+$/.test(name ?? '')) {
  const dir = join(SRC, 'catalogue', name ?? '');
  write(
    join(dir, 'mode.ts'),
    `import { kubectl, resource } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { samplesArrive } from '../../shared-steps.ts';

export const mode = defineMode({
  id: '${name}',
  level: ,
  whose: 'subject',
  signs: [{ finding: , chance: 0.98, speaks: true }],
  breaks: ,
  immediate: [{ id: , commands: ({ component }) => [kubectl(component, 'get', resource(component), '-o', 'wide')] }],
  permanent: [{ id: }],
  verify: [samplesArrive],
});
`,
  );
  const language = (code: string) =>
    `  ${code}: {\n${['title', 'summary', 'meaning', 'impact', 'prevention'].map((key) => `    ${key}: ,`).join('\n')}\n    steps: {},\n  },`;
  write(
    join(dir, 'prose.ts'),
    `import { defineProse } from '../../mode.ts';\n\nexport const prose = defineProse({\n${language('en')}\n${language('ko')}\n});\n`,
  );
  write(
    join(dir, 'mode.test.ts'),
    `import { describeMode } from '../../recorded.testing.ts';\n\ndescribeMode('${name}', { sick: [], hidden: });\n`,
  );
} else if (kind === 'fault' && /^[a-z-]+$/.test(name ?? '')) {
  write(
    join(SRC, 'drill', 'faults', `${name}.ts`),
    `import { defineFault } from '../fault.ts';

export const fault = defineFault({
  name: '${name}',
  visibleAfter: ,
  expected: { mode: , cluster: ({ hub }) => hub, role: },
  inject: async ({ hands, hub, names }) => {
  },
  effect: ,
});
`,
  );
} else if (kind === 'control' && /^[a-z-]+$/.test(name ?? '')) {
  write(
    join(SRC, 'drill', 'controls', `${name}.ts`),
    `import { defineControl } from '../control.ts';

export const control = defineControl({
  name: '${name}',
  visibleAfter: ,
  happens: async ({ hands, hub, names }) => {
  },
  effect: ,
});
`,
  );
} else {
  process.stderr.write(
    'usage: npm run new -- mode area/noun | npm run new -- fault NAME | npm run new -- control NAME\n',
  );
  process.exitCode = 2;
}
