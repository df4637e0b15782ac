import {
  type Dirent,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

const ROOT = '/sys/fs/cgroup';

/** Control-group hierarchies: one folder per controller with version 1, one for all with version 2. */
export function hierarchies(): { version: 1 | 2; roots: string[] } {
  if (existsSync(join(ROOT, 'cgroup.controllers'))) return { version: 2, roots: [ROOT] };
  const roots = readdirSync(ROOT)
    .map((name) => join(ROOT, name))
    .filter((path) => existsSync(join(path, 'cgroup.procs')));
  return { version: 1, roots };
}

/**
 * Creates `/name` and `/name/system` under every controller. The kubelet puts pods below the first, the
 * cluster's own processes run in the second.
 */
export function createCgroup(name: string): void {
  const { version, roots } = hierarchies();
  for (const root of roots) {
    const parent = join(root, name);
    const system = join(parent, 'system');
    mkdirSync(system, { recursive: true });
    if (version === 2) {
      enableControllers(root);
      enableControllers(parent);
    }
    // With version 1 a new cpuset is empty, and no process may join it until both files have a value.
    for (const file of ['cpuset.cpus', 'cpuset.mems']) {
      if (!existsSync(join(root, file)) || version === 2) continue;
      const value = readFileSync(join(root, file), 'utf8').trim();
      for (const dir of [parent, system]) {
        if (readFileSync(join(dir, file), 'utf8').trim() === '') writeFileSync(join(dir, file), value);
      }
    }
  }
}

function enableControllers(dir: string): void {
  const controllers = readFileSync(join(dir, 'cgroup.controllers'), 'utf8').trim().split(/\s+/);
  for (const controller of controllers) {
    if (controller === '') continue;
    try {
      writeFileSync(join(dir, 'cgroup.subtree_control'), `+${controller}`);
    } catch {
      // A controller that cannot be handed down here is one that the lab does without.
    }
  }
}

/** The files to which a process writes its id to join `/name/system`. */
export function joinFiles(name: string): string[] {
  return hierarchies().roots.map((root) => join(root, name, 'system', 'cgroup.procs'));
}

/** Ids of all processes in `/name` and below, in any hierarchy. */
export function processesIn(name: string): number[] {
  const ids = new Set<number>();
  for (const root of hierarchies().roots) {
    for (const dir of tree(join(root, name))) {
      for (const line of readIfThere(join(dir, 'cgroup.procs')).split('\n')) {
        if (line !== '') ids.add(Number(line));
      }
    }
  }
  return [...ids];
}

/** A pod's group may go while the tree is read: then it has no processes. */
function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENODEV') return '';
    throw error;
  }
}

/** Removes `/name` from every hierarchy, innermost first; the processes must be gone. Returns what stayed. */
export function removeCgroup(name: string): string[] {
  const left: string[] = [];
  for (const root of hierarchies().roots) {
    for (const dir of tree(join(root, name)).reverse()) {
      try {
        rmdirSync(dir);
      } catch {
        left.push(dir);
      }
    }
  }
  return left;
}

/** Names of all lab cgroups of an instance that exist, also those that no state file knows. */
export function cgroupsOf(instance: string): string[] {
  const names = new Set<string>();
  for (const root of hierarchies().roots) {
    for (const name of readdirSync(root)) {
      if (new RegExp(`^fm-${instance}-[0-9]$`).test(name)) names.add(name);
    }
  }
  return [...names];
}

/** The folder and all below it, parents first; nothing if it is not there. */
function tree(dir: string): string[] {
  if (!existsSync(dir)) return [];
  let children: Dirent[];
  try {
    children = readdirSync(dir, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  return [dir, ...children.flatMap((entry) => tree(join(dir, entry.name)))];
}
