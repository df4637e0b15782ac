import { spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { joinFiles } from './cgroups.ts';
import type { NodeLayout } from './layout.ts';

export interface ProcessSpec {
  name: string;
  command: string;
  args: readonly string[];
  env?: Readonly<Record<string, string>>;
}

/** What is written down about a started process. The start time guards against a reused process id. */
interface ProcessRecord {
  pid: number;
  startTicks: string;
}

const recordDir = (node: NodeLayout) => join(node.dir, 'processes');
const recordFile = (node: NodeLayout, name: string) => join(recordDir(node), `${name}.json`);
export const logFile = (node: NodeLayout, name: string) => join(node.dir, 'logs', `${name}.log`);

/**
 * Starts a process of a cluster: in its network namespace and cgroup, in a session of its own, its output in
 * a log file. It outlives the command.
 */
export function start(node: NodeLayout, spec: ProcessSpec): void {
  mkdirSync(recordDir(node), { recursive: true });
  mkdirSync(join(node.dir, 'logs'), { recursive: true });
  const join_ = joinFiles(node.cgroup).map((file) => `echo $$ > '${file}'`);
  // The shell joins the cgroups and then becomes nsenter, which becomes the process: the id stays the same.
  // `ip netns exec` would hide the cgroup mounts from the kubelet.
  const script = `${join_.join('\n')}\nexec nsenter --net=/run/netns/${node.netns} -- "$@"`;
  const log = openSync(logFile(node, spec.name), 'a');
  const child = spawn('/bin/sh', ['-ec', script, 'sh', spec.command, ...spec.args], {
    detached: true,
    stdio: ['ignore', log, log],
    env: { ...process.env, ...spec.env },
    cwd: node.dir,
  });
  closeSync(log);
  child.unref();
  if (child.pid === undefined) return;
  const record: ProcessRecord = { pid: child.pid, startTicks: startTicks(child.pid) ?? '' };
  writeFileSync(recordFile(node, spec.name), JSON.stringify(record));
}

/** Whether the recorded process runs: the same id with the same start time, and not a zombie. */
export function isRunning(node: NodeLayout, name: string): boolean {
  const record = readRecord(recordFile(node, name));
  return record !== null && startTicks(record.pid) === record.startTicks;
}

/** Ids of all recorded processes of the cluster that still run. */
export function runningProcesses(node: NodeLayout): { name: string; pid: number }[] {
  if (!existsSync(recordDir(node))) return [];
  return readdirSync(recordDir(node))
    .map((file) => ({
      name: file.replace(/\.json$/, ''),
      record: readRecord(join(recordDir(node), file)),
    }))
    .flatMap(({ name, record }) =>
      record && startTicks(record.pid) === record.startTicks ? [{ name, pid: record.pid }] : [],
    );
}

/** Ids of the processes that have this word on their command line: what a killed command began and nobody wrote down. */
export function processesWith(word: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => (commandLineOf(pid).includes(word) ? Number(pid) : []));
}

/** Empty for one that ended while it was read. */
function commandLineOf(pid: string): string[] {
  try {
    return readFileSync(join('/proc', pid, 'cmdline'), 'utf8').split('\0');
  } catch {
    return [];
  }
}

/** Kills one recorded process at once (a lab's data need no orderly end) and forgets it. */
export function stop(node: NodeLayout, name: string): void {
  const record = readRecord(recordFile(node, name));
  if (record && startTicks(record.pid) === record.startTicks) kill(record.pid);
  rmSync(recordFile(node, name), { force: true });
}

export function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function readRecord(file: string): ProcessRecord | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ProcessRecord;
  } catch {
    return null; // Absent, or half written when the machine went down: then nothing is known to run.
  }
}

/** Field 22 of `/proc/PID/stat`: start time in ticks since boot; `null` if there is no such live process. */
export function startTicks(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? null : (fields[19] ?? null);
  } catch {
    return null;
  }
}
