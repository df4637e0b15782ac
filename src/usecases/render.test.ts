import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readFleetFile } from '../fleet/file/read.ts';
import { resolveFleet } from '../fleet/file/resolve.ts';
import { renderToFolder } from './render.ts';

const { file } = readFleetFile('name: shop\nclusters:\n  - { name: a, role: hub }\n');
const FLEET = resolveFleet(file ?? (undefined as never));
const MANIFEST = '.fleetmedic-rendered.json';

let dir = '';
let folder = '';
let outside = '';
const render = (fleet = FLEET) => renderToFolder(fleet, folder, 'kustomize');

/** Every file below a folder, by its path there. */
const contents = (root: string) =>
  Object.fromEntries(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => [join(parentPath, name), readFileSync(join(parentPath, name), 'utf8')]),
  );

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'medic-render-'));
  folder = join(dir, 'out');
  outside = join(dir, 'outside');
  mkdirSync(outside);
  writeFileSync(join(outside, 'mine'), 'mine');
});
afterEach(() => rmSync(dir, { recursive: true }));

describe('a folder that was rendered before', () => {
  beforeEach(async () => {
    await render();
  });

  it('is rendered again, without what is no more', async () => {
    const before = contents(folder);
    await render({ ...FLEET, name: 'other', alertmanager: { ...FLEET.alertmanager, enabled: false } });
    expect(Object.keys(contents(folder)).length).toBeLessThan(Object.keys(before).length);
    await render();
    expect(contents(folder)).toEqual(before);
  });

  /** A folder and a file of the rendering. */
  const parts = () => {
    const inner = readdirSync(folder, { withFileTypes: true }).find((entry) => entry.isDirectory());
    const path = Object.keys(contents(folder)).find((one) => !one.endsWith(MANIFEST));
    return { inner: join(folder, inner?.name ?? ''), file: path ?? '' };
  };

  it.each<[string, () => string]>([
    [
      'a folder that has become a link',
      () => {
        const { inner } = parts();
        rmSync(inner, { recursive: true });
        symlinkSync(outside, inner);
        return inner;
      },
    ],
    [
      'a file that has become a link',
      () => {
        const { file: path } = parts();
        rmSync(path);
        symlinkSync(join(outside, 'mine'), path);
        return path;
      },
    ],
    [
      'a link to what is not there',
      () => {
        const { file: path } = parts();
        rmSync(path);
        symlinkSync(join(outside, 'new'), path);
        return path;
      },
    ],
    [
      'a list that has become a link',
      () => {
        const path = join(folder, MANIFEST);
        renameSync(path, join(outside, 'list'));
        symlinkSync(join(outside, 'list'), path);
        return path;
      },
    ],
    [
      'a link on the way to what is removed',
      () => {
        const path = join(folder, 'gone');
        symlinkSync(outside, path);
        writeFileSync(join(folder, MANIFEST), JSON.stringify({ files: ['gone/mine'] }));
        return path;
      },
    ],
  ])('%s is refused, and nothing is changed', async (_, make) => {
    const path = make();
    const before = contents(dir);
    await expect(render()).rejects.toMatchObject({ code: 'output/link', params: { path } });
    expect(contents(dir)).toEqual(before);
    expect(existsSync(join(outside, 'new'))).toBe(false);
  });

  it('shares no file with others afterwards', async () => {
    const { file: path } = parts();
    rmSync(path);
    linkSync(join(outside, 'mine'), path);
    await render();
    expect(readFileSync(join(outside, 'mine'), 'utf8')).toBe('mine');
    expect(readFileSync(path, 'utf8')).not.toBe('mine');
  });

  it('may itself be named by a link', async () => {
    const link = join(dir, 'link');
    symlinkSync(folder, link);
    const before = contents(folder);
    await renderToFolder(FLEET, link, 'kustomize');
    expect(contents(folder)).toEqual(before);
  });
});
