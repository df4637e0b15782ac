import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { MedicError } from '../../errors.ts';
import type { Progress } from '../progress.ts';
import { run } from '../shell.ts';
import { isWanted, type Wanted } from './programs.ts';

/** What the lab needs from the distribution: a proof that it is there, and the Debian package that brings it. */
const PACKAGES: readonly { package: string; present: () => boolean; only?: keyof Wanted }[] = [
  { package: 'containerd', present: () => onPath('containerd') && onPath('ctr') },
  { package: 'runc', present: () => onPath('runc') },
  { package: 'containernetworking-plugins', present: () => existsSync('/usr/lib/cni/bridge') },
  { package: 'iptables', present: () => onPath('iptables') },
  { package: 'conntrack', present: () => onPath('conntrack') },
  { package: 'busybox-static', present: () => existsSync('/bin/busybox') },
  { package: 'iproute2', present: () => onPath('ip') },
  { package: 'util-linux', present: () => onPath('nsenter') },
  { package: 'ca-certificates', present: () => existsSync('/etc/ssl/certs/ca-certificates.crt') },
  { package: 'openssl', present: () => onPath('openssl') },
  { package: 'memcached', present: () => onPath('memcached'), only: 'rendered' },
];

/** Installs the distribution's packages that are missing. */
export async function installPackages(progress: Progress, wanted: Wanted): Promise<void> {
  const packages = PACKAGES.filter((entry) => isWanted(entry, wanted));
  const missing = packages.filter((entry) => !entry.present()).map((entry) => entry.package);
  if (missing.length === 0) return;
  if (!onPath('apt-get')) throw new MedicError('lab/unsupported', { what: missing.join(', ') });
  progress.step('lab.install.packages', { packages: missing.join(', ') });
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-q'], { env });
  await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...missing], { env });
  progress.done();
}

/** Whether a program of this name is on the path. */
export const onPath = (program: string): boolean => pathOf(program) !== null;

/** Where a program of this name is. */
export function pathOf(program: string): string | null {
  const found = (process.env.PATH ?? '').split(delimiter).find((dir) => {
    try {
      accessSync(join(dir, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
  return found === undefined ? null : join(found, program);
}
