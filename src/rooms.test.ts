import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Which room may import which: data goes one way, and an arrow never points back. */
const ROOMS: Record<string, readonly string[]> = {
  fleet: [],
  messages: [],
  evidence: ['fleet'],
  connect: ['evidence'],
  collect: ['connect', 'evidence', 'fleet'],
  platform: ['fleet'],
  apply: ['connect', 'evidence', 'fleet'],
  findings: ['evidence', 'fleet'],
  catalogue: ['findings', 'fleet'],
  diagnose: ['catalogue', 'findings', 'fleet'],
  report: ['diagnose', 'catalogue', 'findings', 'evidence', 'fleet', 'messages'],
  usecases: [
    ...['connect', 'collect', 'evidence', 'findings', 'catalogue', 'diagnose', 'report'],
    ...['platform', 'apply', 'fleet', 'messages'],
  ],
  lab: ['usecases', 'fleet', 'messages'],
  drill: ['lab', 'usecases', 'report', 'diagnose', 'catalogue', 'evidence', 'fleet', 'messages'],
  cli: ['usecases', 'report', 'diagnose', 'findings', 'apply', 'lab', 'fleet', 'messages'],
};

const SRC = import.meta.dirname;

function sources(dir: string): string[] {
  return readdirSync(dir).flatMap((name) => {
    const path = join(dir, name);
    if (statSync(path).isDirectory()) return name === 'tools' ? [] : sources(path);
    return path.endsWith('.ts') && !/\.(test|testing)\.ts$/.test(path) ? [path] : [];
  });
}

const FILES = sources(SRC).map((path) => ({ path: relative(SRC, path), text: readFileSync(path, 'utf8') }));

function importsOf(text: string): string[] {
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].flatMap((match) => match[1] ?? []);
}

describe('rooms', () => {
  it('every folder of src is a room', () => {
    const folders = readdirSync(SRC).filter((name) => statSync(join(SRC, name)).isDirectory());
    expect(folders.sort()).toEqual(Object.keys(ROOMS).sort());
  });

  it.each(Object.keys(ROOMS))('%s imports only what it may', (room) => {
    const allowed = new Set([room, ...(ROOMS[room] ?? []), 'errors.ts', 'terminal.ts']);
    const wrong = FILES.filter(({ path }) => path.startsWith(`${room}/`)).flatMap(({ path, text }) =>
      importsOf(text)
        .filter((target) => target.startsWith('.'))
        .map((target) => relative(SRC, join(SRC, path, '..', target)).split('/')[0] ?? '')
        .filter((target) => !allowed.has(target))
        .map((target) => `${path} → ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('nothing outside lab/ and drill/ needs Linux or root', () => {
    const signs = [/\/proc\//, /\/sys\/fs/, /getuid/, /nsenter/, /iptables/, /netns/, /process\.platform/];
    const wrong = FILES.filter(
      ({ path }) => !/^(lab|drill)\//.test(path) && !path.startsWith('messages/'),
    ).flatMap(({ path, text }) => signs.filter((sign) => sign.test(text)).map((sign) => `${path}: ${sign}`));
    expect(wrong).toEqual([]);
  });

  it('only the collector and the lab touch the network or start programs', () => {
    const effects = /^node:(net|tls|http|https|http2|dgram|dns|child_process)/;
    const wrong = FILES.filter(
      ({ path }) => !/^(lab|drill|collect\/live|connect|apply)\//.test(path) && path !== 'cli/lab.ts',
    ).flatMap(({ path, text }) =>
      importsOf(text)
        .filter((target) => effects.test(target))
        .map((target) => `${path} → ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('deciding rooms are pure: no files, no clock, no chance', () => {
    const impure = [
      /from 'node:(fs|os|process|timers)/,
      /Date\.now\(/,
      /new Date\(\)/,
      /Math\.random/,
      /\bprocess\.(env|argv|cwd|exit|stdout|stderr|platform|hrtime|pid)\b/,
    ];
    const wrong = FILES.filter(({ path }) =>
      /^(findings|catalogue|diagnose|fleet|platform)\//.test(path),
    ).flatMap(({ path, text }) => impure.filter((sign) => sign.test(text)).map((sign) => `${path}: ${sign}`));
    expect(wrong).toEqual([]);
  });
});
