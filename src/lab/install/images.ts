import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, realpathSync, rmSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { pack } from 'tar-stream';
import { MedicError } from '../../errors.ts';
import { PAUSE_IMAGE } from '../cluster/node-files.ts';
import type { Progress } from '../progress.ts';
import { run } from '../shell.ts';
import { digest, intoCache } from './build.ts';
import { pathOf } from './packages.ts';
import type { Wanted } from './programs.ts';

/** One image of the lab: a program, and busybox so that `kubectl exec` has a shell. */
interface Image {
  /** Repository and tag below the registry of the lab; a seed puts another registry before it. */
  name: string;
  program: string;
  shell: boolean;
  /** The program is the distribution's, with the libraries that it is linked to. */
  linked?: boolean;
}

export const IMAGES = {
  prometheus: { name: 'prometheus:v3.9.1', program: 'prometheus', shell: true },
  thanos: { name: 'thanos:v0.42.4', program: 'thanos', shell: true },
  coredns: { name: 'coredns:v1.12.4', program: 'coredns', shell: false },
  nodeExporter: { name: 'node-exporter:v1.12.1', program: 'node_exporter', shell: true },
  seaweedfs: { name: 'seaweedfs:4.48', program: 'weed', shell: true },
  demo: { name: 'shop:1.0', program: 'demo', shell: true },
  contrary: { name: 'contrary:1.0', program: 'contrary', shell: true },
  toolbox: { name: 'toolbox:1.35', program: 'busybox', shell: true },
} as const satisfies Record<string, Image>;

/** What the rendered pipeline and the clusters under it run besides. Names are those that the platform renders. */
export const RENDERED_IMAGES = {
  operator: { name: 'prometheus-operator:v0.85.0', program: 'operator', shell: true },
  configReloader: {
    name: 'prometheus-config-reloader:v0.85.0',
    program: 'prometheus-config-reloader',
    shell: true,
  },
  alertmanager: { name: 'alertmanager:v0.28.1', program: 'alertmanager', shell: true },
  kubeStateMetrics: { name: 'kube-state-metrics:v2.18.0', program: 'kube-state-metrics', shell: true },
  memcached: { name: 'memcached:1.6.18', program: 'memcached', shell: true, linked: true },
  localPath: { name: 'local-path-provisioner:v0.0.30', program: 'local-path-provisioner', shell: true },
  traefik: { name: 'traefik:v3.6.12', program: 'traefik', shell: true },
  slack: { name: 'slack:1.0', program: 'slack', shell: true },
} as const satisfies Record<string, Image>;

/** The oldest pair that the product has in its scope. */
export const OLDER_IMAGES = {
  prometheus: { name: 'prometheus:v2.45.0', program: 'prometheus-2.45', shell: true },
  thanos: { name: 'thanos:v0.32.5', program: 'thanos-0.32', shell: true },
} as const satisfies Record<string, Image>;

const PAUSE: Image = { name: PAUSE_IMAGE, program: 'pause', shell: false };
const DEFAULT_REGISTRY = 'fleetmedic.lab';

/** The applets of busybox that a person at a pod's shell expects. */
const APPLETS =
  'sh cat chmod cp dd df du env false find grep head hostname id ip ls mke2fs mkdir mount mv nc netstat nslookup ping ps pwd rm rmdir sed sleep sort stat tail tar tee top touch true truncate umount uname vi wc wget which'.split(
    ' ',
  );

export interface ImageArchive {
  file: string;
  /** The name in the archive. */
  name: string;
  /** The name that the lab's manifests use: another registry where the lab has a seed. */
  alias: string;
}

/** Writes all images, as docker-archives, into the cache where they are missing. */
export async function buildImages(
  bin: string,
  cacheDir: string,
  registry: string,
  progress: Progress,
  wanted: Wanted,
): Promise<ImageArchive[]> {
  const own: Image[] = [
    ...Object.values(IMAGES),
    ...(wanted.rendered ? Object.values(RENDERED_IMAGES) : []),
    ...(wanted.older ? Object.values(OLDER_IMAGES) : []),
  ];
  const images: Image[] = [
    PAUSE,
    ...own.map((image) => ({ ...image, name: `${DEFAULT_REGISTRY}/${image.name}` })),
  ];
  const key = digest([realpathSync(bin), JSON.stringify(images), String(statSync('/bin/busybox').size)]);
  const folder = await intoCache(join(cacheDir, `images-${key}`), async (target) => {
    progress.step('lab.install.images', { count: images.length });
    for (const image of images) {
      progress.detail(image.name);
      await writeImage(image, bin, join(target, `${image.program}.tar`));
    }
    progress.done();
  });
  return images.map((image) => ({
    file: join(folder, `${image.program}.tar`),
    name: image.name,
    alias: image === PAUSE ? image.name : image.name.replace(DEFAULT_REGISTRY, registry),
  }));
}

async function writeImage(image: Image, bin: string, file: string): Promise<void> {
  const program = programOf(image, bin);
  const layer = `${file}.layer`;
  await writeLayer(image, program, layer);
  const layerDigest = await sha256(layer);
  const config = Buffer.from(
    JSON.stringify({
      architecture: process.arch === 'arm64' ? 'arm64' : 'amd64',
      os: 'linux',
      config: { Entrypoint: [`/bin/${image.program}`], Env: ['PATH=/bin'], WorkingDir: '/' },
      rootfs: { type: 'layers', diff_ids: [`sha256:${layerDigest}`] },
    }),
  );
  const configName = `${createHash('sha256').update(config).digest('hex')}.json`;
  const manifest = [{ Config: configName, RepoTags: [image.name], Layers: [`${layerDigest}/layer.tar`] }];
  const archive = pack();
  const written = pipeline(archive, createWriteStream(file));
  archive.entry({ name: configName }, config);
  archive.entry({ name: 'manifest.json' }, JSON.stringify(manifest));
  await addFile(archive, `${layerDigest}/layer.tar`, layer, 0o644);
  archive.finalize();
  await written;
  rmSync(layer);
}

function programOf(image: Image, bin: string): string {
  if (image.program === 'busybox') return '/bin/busybox';
  if (!image.linked) return realpathSync(join(bin, image.program));
  const found = pathOf(image.program);
  if (found === null) throw new MedicError('lab/unsupported', { what: image.program });
  return realpathSync(found);
}

/** The libraries that a program is linked to, as the loader finds them. */
async function librariesOf(program: string): Promise<string[]> {
  const lines = (await run('ldd', [program])).split('\n');
  return lines.flatMap((line) => /(?:=> |^\s*)(\/\S+) \(0x/.exec(line)?.[1] ?? []);
}

async function writeLayer(image: Image, program: string, file: string): Promise<void> {
  const layer = pack();
  const written = pipeline(layer, createWriteStream(file));
  for (const dir of ['bin', 'etc', 'tmp', 'data']) {
    layer.entry({ name: dir, type: 'directory', mode: dir === 'tmp' ? 0o1777 : 0o755, mtime: new Date(0) });
  }
  const passwd = 'root:x:0:0:root:/:/bin/sh\nnobody:x:65534:65534:nobody:/:/bin/sh\n';
  layer.entry({ name: 'etc/passwd', mode: 0o644, mtime: new Date(0) }, passwd);
  await addFile(layer, `bin/${basename(image.program)}`, program, 0o755);
  for (const library of image.linked ? await librariesOf(program) : []) {
    await addFile(layer, library.slice(1), realpathSync(library), 0o755);
  }
  if (image.shell) {
    if (image.program !== 'busybox') await addFile(layer, 'bin/busybox', '/bin/busybox', 0o755);
    for (const applet of APPLETS) {
      layer.entry({ name: `bin/${applet}`, type: 'symlink', linkname: 'busybox', mtime: new Date(0) });
    }
  }
  layer.finalize();
  await written;
}

async function addFile(
  archive: ReturnType<typeof pack>,
  name: string,
  path: string,
  mode: number,
): Promise<void> {
  const entry = archive.entry({ name, mode, size: statSync(path).size, mtime: new Date(0) });
  await pipeline(createReadStream(path), entry);
}

async function sha256(path: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
}
