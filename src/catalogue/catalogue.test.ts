import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { drillNamed } from '../drill/drills.ts';
import { INCIDENTS } from '../drill/incidents.ts';
import { FAULTS } from '../drill/registry.generated.ts';
import { FINDING_TYPES } from '../findings/types.generated.ts';
import { componentRef } from '../fleet/subjects.ts';
import { MODE_PROSE, SHARED_STEPS } from '../messages/modes.generated.ts';
import { shellWord } from './commands.ts';
import type { RemedyContext } from './mode.ts';
import { PUBLIC_IDS } from './public-ids.testing.ts';
import { CATALOGUE } from './registry.generated.ts';
import { printsSecret } from './secrets.testing.ts';

const CONTEXT: RemedyContext = {
  component: componentRef({
    cluster: "a b'c",
    namespace: 'ns',
    kind: 'StatefulSet',
    name: 'x',
    role: 'receive',
  }),
  facts: {
    resources: 'statefulset/a,deployment/b',
    limit: '512Mi',
    labels: 'app=x',
    config: 'objstore',
    pod: 'x-2',
  },
  variant: 'scaled-to-zero',
  query: { cluster: 'hub', path: '/api/v1/namespaces/ns/pods/q:10902/proxy' },
  identityLabel: 'cluster',
};

/** Commands differ by what is known of the case. */
const CONTEXTS: RemedyContext[] = [
  CONTEXT,
  { ...CONTEXT, facts: {}, variant: null, query: null },
  { ...CONTEXT, component: { ...CONTEXT.component, kind: 'Secret' } },
];

describe.each(CATALOGUE)('$id', (mode) => {
  const dir = join(import.meta.dirname, mode.id);
  const prose = MODE_PROSE[mode.id];

  it('lies in the folder of its id, with prose and a test', () => {
    expect(readdirSync(dir)).toEqual(expect.arrayContaining(['mode.ts', 'prose.ts', 'mode.test.ts']));
  });

  it('has at least one sign that speaks for it', () => {
    expect(mode.signs.some(({ speaks }) => speaks)).toBe(true);
    for (const { finding, chance } of mode.signs) {
      expect(FINDING_TYPES).toHaveProperty(finding);
      expect(chance).toBeGreaterThan(0);
      expect(chance).toBeLessThan(1);
    }
  });

  it('says what to do at once, what for good, and how to prove it', () => {
    for (const list of [mode.immediate, mode.permanent, mode.verify]) expect(list.length).toBeGreaterThan(0);
  });

  it.each(['en', 'ko'] as const)('has words for every step in %s', (language) => {
    const words: Record<string, string> = { ...SHARED_STEPS[language], ...prose[language].steps };
    for (const { id } of [...mode.immediate, ...mode.permanent, ...mode.verify])
      expect(words[id]).toBeTruthy();
    const own = [...mode.immediate, ...mode.permanent, ...mode.verify].map(({ id }) => id);
    expect(own).toEqual(expect.arrayContaining(Object.keys(prose[language].steps)));
  });

  it('gives commands of one line that quote hostile names', () => {
    for (const remedy of [...mode.immediate, ...mode.permanent, ...mode.verify]) {
      for (const command of remedy.commands?.(CONTEXT) ?? []) {
        expect(command).not.toContain('\n');
        if (command.includes('--context')) expect(command).toMatch(/--context ('a b'\\''c'|hub)/);
      }
    }
  });

  it('prints the value of no Secret', () => {
    const words = [...Object.values(prose.en.steps), ...Object.values(prose.ko.steps)];
    const commands = [...mode.immediate, ...mode.permanent, ...mode.verify].flatMap((remedy) =>
      CONTEXTS.flatMap((context) => remedy.commands?.(context) ?? []),
    );
    expect([...words, ...commands].filter(printsSecret)).toEqual([]);
  });

  it('has an id of the public catalogue', () => {
    expect(PUBLIC_IDS).toContain(mode.id);
  });

  it('says what its recognition rests on', () => {
    const faults = FAULTS.filter(({ expected }) => expected.mode === mode.id).map(({ name }) => name);
    const isRecorded = INCIDENTS.some(
      ({ drill, seenFrom }) =>
        seenFrom?.mode === mode.id ||
        (drill === null ? [] : drillNamed(drill).faults).some((name) => faults.includes(name)),
    );
    expect(mode.basis === 'lab').toBe(isRecorded);
  });

  it('names what lies beneath, where it is a surface', () => {
    if (mode.level === 'root') expect(mode.beneath).toBeUndefined();
    else expect(mode.beneath?.length).toBeGreaterThan(0);
    for (const id of mode.beneath ?? []) expect(PUBLIC_IDS).toContain(id);
  });
});

describe('recordings', () => {
  it('every incident of the list is recorded', () => {
    const dir = join(import.meta.dirname, '..', '..', 'examples', 'incidents');
    const missing = INCIDENTS.filter(({ name }) => !existsSync(join(dir, name, 'bundle.gz'))).map(
      ({ name }) => name,
    );
    expect(missing).toEqual([]);
  });

  it('about a third is held out', () => {
    const share = INCIDENTS.filter(({ heldOut }) => heldOut).length / INCIDENTS.length;
    expect(share).toBeGreaterThanOrEqual(0.3);
  });
});

describe('shellWord', () => {
  it.each([
    ['plain', 'plain'],
    ['a/b:c=d,e', 'a/b:c=d,e'],
    ['two words', "'two words'"],
    ["it's", "'it'\\''s'"],
    ['$(rm -rf /)', "'$(rm -rf /)'"],
    ['', "''"],
  ])('%s', (word, quoted) => {
    expect(shellWord(word)).toBe(quoted);
  });
});

describe('printsSecret', () => {
  it.each([
    ['kubectl --context c -n n get secret objstore -o yaml', true],
    ['kubectl get secrets/objstore --output=json', true],
    ["kubectl get secret,configmap -o jsonpath='{.data}'", true],
    ['kubectl get secret x -o go-template-file=t', true],
    ['kubectl get --raw /api/v1/namespaces/n/secrets/objstore', true],
    ['kubectl get cm x -o yaml | base64 --decode', true],
    ['echo aGk= | base64 -d', true],
    ['kubectl exec x -- printenv', true],
    ['kubectl exec deploy/x -- cat /etc/thanos/objstore.yml', true],
    ['kubectl describe secret objstore', false],
    ['kubectl get secrets', false],
    ['kubectl get secret objstore -o wide', false],
    ['kubectl get configmap x -o yaml', false],
    ["kubectl get deployment x -o 'jsonpath={.spec.replicas}'", false],
  ])('%s: %s', (command, prints) => {
    expect(printsSecret(command)).toBe(prints);
  });
});
