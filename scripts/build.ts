/**
 * Makes `dist/`: what users run. One entry that switches the compile cache on, the commands split into chunks
 * that load when they are needed.
 */
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';

const ROOT = join(import.meta.dirname, '..');
const DIST = join(ROOT, 'dist');
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };

/**
 * Of the Kubernetes client only the reading of kubeconfigs and credentials is used. Its generated API and its
 * HTTP client are 2 MB that no command calls: calling them would be a defect, so they throw.
 */
const UNUSED: Plugin = {
  name: 'unused-parts-of-the-kubernetes-client',
  setup(builder) {
    builder.onResolve({ filter: /^undici$|^\.\/gen\/index\.js$/ }, ({ path, importer }) =>
      importer.includes('@kubernetes/client-node') ? { path, namespace: 'unused' } : undefined,
    );
    builder.onLoad({ filter: /.*/, namespace: 'unused' }, ({ path }) => ({
      contents: ['Agent', 'ProxyAgent', 'createConfiguration', 'ServerConfiguration', 'fetch']
        .map((name) => `export function ${name}() { throw new Error('${path} is not in the bundle'); }`)
        .join('\n'),
    }));
  },
};

/**
 * `import 'node:http'` reads all that the module exports, also `WebSocket`, and with that loads all of undici: 45 ms
 * for what nobody uses. Taken as it is, it loads what is used.
 */
const LAZY_HTTP: Plugin = {
  name: 'lazy-http',
  setup(builder) {
    builder.onResolve({ filter: /^(?:node:)?http$/ }, () => ({ path: 'node:http', namespace: 'builtin' }));
    builder.onLoad({ filter: /.*/, namespace: 'builtin' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule(${JSON.stringify(path)})`,
    }));
  },
};

rmSync(DIST, { recursive: true, force: true });
mkdirSync(DIST, { recursive: true });
await build({
  entryPoints: { main: join(ROOT, 'src/cli/main.ts') },
  outdir: DIST,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  define: { MEDIC_VERSION: JSON.stringify(version) },
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  plugins: [UNUSED, LAZY_HTTP],
  logLevel: 'warning',
});
writeFileSync(
  join(DIST, 'medic.js'),
  `#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
enableCompileCache(join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'fleetmedic', 'compile'));
await import('./main.js');
`,
);
chmodSync(join(DIST, 'medic.js'), 0o755);
writeFileSync(join(DIST, '.stamp'), `${version}\n`);
