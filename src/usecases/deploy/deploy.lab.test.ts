import { execFile, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { inParallel } from '../../apply/plan.ts';
import type { FleetFile } from '../../fleet/file/schema.ts';
import { down } from '../../lab/down.ts';
import { type Kubectl, kubectlFor } from '../../lab/kubectl.ts';
import { type LabLayout, nodesOf } from '../../lab/layout.ts';
import type { LabNames } from '../../lab/pipeline/names.ts';
import { fleetFileOf, viewer } from '../../lab/pipeline/rendered/fleet-file.ts';
import { slackMessagesPath } from '../../lab/pipeline/rendered/slack.ts';
import type { Progress } from '../../lab/progress.ts';
import { layoutOf, requireState } from '../../lab/state.ts';
import { hasLoopDevices, install, up } from '../../lab/up.ts';
import { DASHBOARDS } from '../../platform/dashboards/registry.generated.ts';

/** Its own lab, with names that nobody has seen: printed, so that a run can be repeated. */
const INSTANCE = 'check-deploy';
const SEED = Number(process.env.MEDIC_LAB_SEED ?? Math.floor(Math.random() * 1_000_000));
const ROOT = join(import.meta.dirname, '..', '..', '..');

const progress: Progress = {
  step: (key, params) => process.stdout.write(`  ${key} ${JSON.stringify(params ?? {})}\n`),
  detail: () => {},
  done: () => {},
};

let lab: LabLayout;
let names: LabNames;
let kubectl: Kubectl;
let hub: string;

beforeAll(async () => {
  process.stdout.write(`lab ${INSTANCE}, seed ${SEED}\n`);
  await down(INSTANCE, progress);
  // Two nodes and real volumes: replicas are kept apart, and what is full is full.
  const sizedVolumes = hasLoopDevices();
  const asked = {
    instance: INSTANCE,
    edges: 1,
    seed: SEED,
    hubNodes: 2,
    sizedVolumes,
    pipeline: 'empty' as const,
  };
  // The bring-up alone is tried twice; no assertion ever is.
  await up(asked, progress).catch(() => up(asked, progress));
  ({ lab, names } = layoutOf(requireState(INSTANCE)));
  kubectl = kubectlFor(await install(progress, 'rendered'), lab.kubeconfig);
  hub = lab.clusters[0]?.name ?? '';
});

afterAll(() => down(INSTANCE, progress));

interface Ended {
  code: number;
  out: string;
  err: string;
}

function medic(...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const env = { ...process.env, NO_COLOR: '1' };
    execFile(join(ROOT, 'medic'), args, { env, maxBuffer: 64 * 1024 * 1024 }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });
}

const deploy = (...args: string[]) =>
  medic('deploy', '-f', fleetFileOf(lab), '--kubeconfig', lab.kubeconfig, ...args);

/** The lab's file with something else in it, beside the first: paths in it stay right. */
function changed(change: (file: FleetFile) => void): string {
  const file = parse(readFileSync(fleetFileOf(lab), 'utf8')) as FleetFile;
  change(file);
  const path = join(lab.stateDir, 'changed.yaml');
  writeFileSync(path, stringify(file));
  return path;
}

const deployChanged = (change: (file: FleetFile) => void, ...args: string[]) =>
  medic('deploy', '-f', changed(change), '--kubeconfig', lab.kubeconfig, ...args);

/** What the API server counts up whenever it writes: of everything that a deployment could touch. */
async function versions(context: string): Promise<Record<string, string>> {
  const kinds = [
    ...['deployments', 'daemonsets', 'services', 'configmaps', 'secrets', 'prometheusagents'],
    ...['alertmanagers', 'thanosrulers', 'prometheusrules', 'servicemonitors', 'podmonitors'],
    ...['networkpolicies', 'ingresses', 'clusterroles', 'customresourcedefinitions'],
  ];
  const label = 'app.kubernetes.io/managed-by=fleetmedic';
  const text = await kubectl(context, ['get', kinds.join(','), '-A', '-l', label, '-o', 'json']);
  const { items } = JSON.parse(text) as {
    items: { kind: string; metadata: { name: string; generation?: number; resourceVersion: string } }[];
  };
  // A status that is written counts as well; what was asked for has the generation, where there is one.
  return Object.fromEntries(
    items.map(({ kind, metadata }) => [
      `${kind}/${metadata.name}`,
      String(metadata.generation ?? metadata.resourceVersion),
    ]),
  );
}

async function until(withinMs: number, isTrue: () => Promise<boolean>): Promise<boolean> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    if (await isTrue()) return true;
    if (Date.now() > deadline) return false;
    await sleep(2000);
  }
}

const ask = async (expression: string): Promise<{ status: string; data: { result: unknown[] } }> => {
  const service = `${names.services.query}:${names.queryPort}`;
  const base = `/api/v1/namespaces/${names.namespaces.pipeline}/services/${service}/proxy/api/v1/query`;
  return JSON.parse(await kubectl(hub, ['get', '--raw', `${base}?query=${encodeURIComponent(expression)}`]));
};

describe('what must be seen before anything is changed', () => {
  const untouched = async () => {
    const text = await kubectl(hub, ['get', 'namespaces', '-o', 'name']);
    expect(text).not.toContain(`namespace/${names.namespaces.pipeline}\n`);
  };

  it('a StorageClass that is not there', async () => {
    const { code, err } = await deployChanged((file) => {
      if (file.clusters[1]) file.clusters[1].storageClass = 'gp3';
    });
    expect(code).toBe(2);
    expect(err).toContain(
      `${lab.clusters[1]?.name}: there is no StorageClass gp3; there are: ${names.storageClass}`,
    );
    await untouched();
  });

  it('a Secret that is not there, and a class of ingress', async () => {
    const { code, err } = await deployChanged((file) => {
      file.objectStorage = { secret: { name: 'elsewhere', key: 'objstore.yml', file: null } };
      file.ingress = { ...file.ingress, className: 'nginx' };
    });
    expect(code).toBe(2);
    expect(err).toContain(`the Secret ${names.namespaces.pipeline}/elsewhere with objstore.yml is not there`);
    expect(err).toContain('there is no IngressClass nginx');
    await untouched();
  });

  it('a context that the kubeconfig does not have', async () => {
    const { code, err } = await deployChanged((file) => {
      if (file.clusters[0]) file.clusters[0].context = 'nowhere';
    });
    expect(code).toBe(2);
    expect(err).toContain('has no context nowhere');
    await untouched();
  });

  it('a dry run on empty clusters says what the server could not be asked', async () => {
    const { code, out } = await deploy('--dry-run');
    expect(code).toBe(0);
    expect(out).toContain('checked against the schemas, not by the server');
    expect(out).toContain('Dry run: nothing was changed');
    await untouched();
  });
});

describe('one command from empty clusters', () => {
  it('ends when everything is ready and samples of all clusters are visible', async () => {
    const { code, out } = await deploy();
    expect({ code, last: out.trim().split('\n').at(-1) }).toEqual({
      code: 0,
      last: expect.stringMatching(/^Deployed to 2 clusters in \d+ s: everything is ready/),
    });
  });

  it('a second run changes nothing', async () => {
    const before = await Promise.all(lab.clusters.map(({ name }) => versions(name)));
    expect(Object.keys(before[0] ?? {}).length).toBeGreaterThan(50);
    const { code, out } = await deploy();
    expect(code).toBe(0);
    expect(out.match(/: 0 to create, 0 to change, \d+ unchanged/g)).toHaveLength(2);
    expect(await Promise.all(lab.clusters.map(({ name }) => versions(name)))).toEqual(before);
  });

  it('kubectl takes what is rendered as it is', async () => {
    const folder = join(lab.stateDir, 'rendered');
    const rendered = await medic('render', '-f', fleetFileOf(lab), '-o', folder);
    expect(rendered.code).toBe(0);
    for (const { name } of lab.clusters) {
      for (const layer of ['1-definitions', '2-foundation', '3-workloads']) {
        const path = join(folder, 'clusters', name, layer);
        // Under the name that medic applies with: what it already owns is no conflict then.
        const apply = [
          'apply',
          '--server-side',
          '--field-manager=fleetmedic',
          '--dry-run=server',
          '-k',
          path,
        ];
        const out = await kubectl(name, apply);
        expect(out.trim().split('\n').length).toBeGreaterThan(5);
        expect(
          out
            .trim()
            .split('\n')
            .filter((line) => !line.endsWith(' serverside-applied (server dry run)')),
        ).toEqual([]);
      }
    }
  });

  it('replicas of Receive are kept on different nodes', async () => {
    const path = [
      '-n',
      names.namespaces.pipeline,
      '-o',
      'jsonpath={range .items[*]}{.spec.nodeName}{"\\n"}{end}',
    ];
    const label = ['-l', 'app.kubernetes.io/name=thanos-receive'];
    const nodes = await kubectl(hub, ['get', 'pods', ...label, ...path]);
    expect(new Set(nodes.trim().split('\n')).size).toBe(2);
  });

  it.runIf(hasLoopDevices())('a volume is as large as it was asked for, and can be full', async () => {
    const inStore = (...command: string[]) =>
      kubectl(hub, ['exec', '-n', names.namespaces.pipeline, 'thanos-store-0', '--', ...command]);
    const df = await inStore('df', '-m', '/var/thanos');
    const [, size] = /\/dev\/loop\d+\s+(\d+)/.exec(df) ?? [];
    expect(Number(size)).toBeGreaterThan(900);
    expect(Number(size)).toBeLessThan(1100);
    const fill = 'dd if=/dev/zero of=/var/thanos/full bs=1M count=2000 2>&1; rm -f /var/thanos/full';
    expect(await inStore('sh', '-c', fill)).toContain('No space left on device');
  });

  it('the diagnosis finds it healthy', async () => {
    const healthy = await until(120_000, async () => {
      const { code } = await medic('diagnose', '--kubeconfig', lab.kubeconfig);
      return code === 0;
    });
    const { out } = await medic('diagnose', '--kubeconfig', lab.kubeconfig);
    expect({ healthy, head: out.split('\n')[0] }).toEqual({
      healthy: true,
      head: expect.stringMatching(/^HEALTHY/),
    });
  });

  it('finds it healthy with no more rights than the rendered role of those who look', async () => {
    const config = JSON.parse(readFileSync(lab.kubeconfig, 'utf8')) as {
      users: { name: string; user: object }[];
    };
    const { name, namespace } = viewer(names);
    for (const cluster of lab.clusters) {
      await kubectl(cluster.name, ['create', 'serviceaccount', name, '-n', namespace]);
      const token = (await kubectl(cluster.name, ['create', 'token', name, '-n', namespace])).trim();
      const user = config.users.find((one) => one.name === `${cluster.name}-admin`);
      if (user) user.user = { token };
    }
    const path = join(lab.stateDir, 'viewer.kubeconfig');
    writeFileSync(path, JSON.stringify(config), { mode: 0o600 });
    const diagnosed = await medic('diagnose', '--kubeconfig', path, '--output', 'json');
    const { verdict, blindSpots } = JSON.parse(diagnosed.out) as {
      verdict: string;
      blindSpots: { what: string; required: boolean }[];
    };
    expect({ verdict, required: blindSpots.filter(({ required }) => required) }).toEqual({
      verdict: 'healthy',
      required: [],
    });
    const secret = ['auth', 'can-i', 'get', 'secrets', '-n', names.namespaces.pipeline];
    const as = `--as=system:serviceaccount:${namespace}:${name}`;
    // It answers "no" by its exit code.
    await expect(kubectl(hub, [...secret, as])).rejects.toThrow();
    expect((await kubectl(hub, ['auth', 'can-i', 'list', 'pods', '-A', as])).trim()).toBe('yes');
  });

  it("node_exporter tells of the node's network, not of its pod's", async () => {
    const devices = lab.clusters.flatMap(nodesOf).map(({ vethNode }) => vethNode);
    const counted = `count(node_network_receive_bytes_total{device=~"${devices.join('|')}"})`;
    const isSeen = async () =>
      JSON.stringify((await ask(counted)).data.result).endsWith(`"${devices.length}"]}]`);
    expect(await until(60_000, isSeen)).toBe(true);
  });

  it('what is discovered differs in nothing from what runs, and neither does the file', async () => {
    const path = join(lab.stateDir, 'discovered.yaml');
    const discovered = await medic('discover', '--kubeconfig', lab.kubeconfig, '-o', path, '--force');
    expect(discovered.code).toBe(0);
    for (const file of [path, fleetFileOf(lab)]) {
      const { code, out } = await medic('diff', '-f', file, '--kubeconfig', lab.kubeconfig);
      expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/what runs is what it says/) });
    }
    const scaled = ['scale', 'deployment', 'thanos-query-frontend', '-n', names.namespaces.pipeline];
    await kubectl(hub, [...scaled, '--replicas=2']);
    const different = await medic('diff', '-f', path, '--kubeconfig', lab.kubeconfig, '--output', 'json');
    await kubectl(hub, [...scaled, '--replicas=1']);
    expect(different.code).toBe(1);
    const { differences } = JSON.parse(different.out) as { differences: { path: string }[] };
    // The second replica was not deployed to be kept apart from the first.
    expect(differences.map((row) => row.path)).toEqual(['queryFrontend.replicas', 'antiAffinity']);
  });

  it('the alert that always fires arrives, in the form that Slack takes', async () => {
    let messages: { channel: string; payload: { attachments: { text: string }[] } }[] = [];
    await until(180_000, async () => {
      messages = JSON.parse(await kubectl(hub, ['get', '--raw', slackMessagesPath(names)]));
      return messages.some(({ channel }) => channel === '#watchdog');
    });
    const watchdog = messages.find(({ channel }) => channel === '#watchdog');
    expect(watchdog?.payload.attachments[0]?.text).toContain('https://fleetmedic.dev/failure-modes/');
  });

  it('blocks are in the bucket', async () => {
    const shell = `echo "fs.ls /buckets/${names.bucket}" | weed shell -master=localhost:9333`;
    const pod = [
      'exec',
      '-n',
      names.namespaces.storage,
      `${names.workloads.objectStore}-0`,
      '--',
      'sh',
      '-c',
      shell,
    ];
    let listed = '';
    await until(240_000, async () => {
      listed = await kubectl(hub, pod);
      return /\b01[0-9A-Z]{24}\b/.test(listed);
    });
    expect(listed).toMatch(/\b01[0-9A-Z]{24}\b/);
  });

  it('every query of every dashboard is answered', async () => {
    const panels = DASHBOARDS.flatMap(({ rows }) => rows.flatMap((row) => row.panels));
    const expressions = [...new Set(panels.flatMap(({ queries }) => queries.map(({ expr }) => expr)))];
    expect(expressions.length).toBeGreaterThan(100);
    const statuses = await inParallel(expressions, 6, async (expr) => {
      const expression = expr
        .replaceAll(/\$(cluster|namespace|pod)\b/g, '.+')
        .replaceAll(/\$__(rate_interval|interval|range)\b/g, '1m');
      return (await ask(expression).catch((error: Error) => ({ status: error.message }))).status;
    });
    expect(expressions.filter((_, index) => statuses[index] !== 'success')).toEqual([]);
  });

  it('every rule is loaded, and none fails', async () => {
    const path = `/api/v1/namespaces/${names.namespaces.pipeline}/pods/thanos-ruler-ruler-0:10902/proxy/api/v1/rules`;
    const { data } = JSON.parse(await kubectl(hub, ['get', '--raw', path])) as {
      data: { groups: { rules: { name: string; health: string; lastError?: string }[] }[] };
    };
    const rules = data.groups.flatMap((group) => group.rules);
    expect(rules.length).toBeGreaterThan(100);
    expect(rules.filter(({ health }) => health !== 'ok')).toEqual([]);
  });
});

describe('a deployment that cannot go on', () => {
  it('shows the fields that somebody else owns, and forces none', async () => {
    const query = 'thanos-query';
    const live = {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: query, namespace: names.namespaces.pipeline },
      spec: { replicas: 2 },
    };
    const args = ['apply', '--server-side', '--force-conflicts', '--field-manager=helm', '-f', '-'];
    await kubectl(hub, args, JSON.stringify(live));
    const { code, out, err } = await deploy();
    expect(code).toBe(2);
    expect(out).toContain('.spec.replicas belongs to helm');
    expect(err).toContain('Nothing was changed');
    const get = [
      'get',
      'deployment',
      query,
      '-n',
      names.namespaces.pipeline,
      '-o',
      'jsonpath={.spec.replicas}',
    ];
    expect(await kubectl(hub, get)).toBe('2');
    // The other owner gives the field back.
    const back = { ...live, spec: { replicas: 1 } };
    await kubectl(hub, args, JSON.stringify(back));
    await kubectl(
      hub,
      args.filter((arg) => arg !== '--force-conflicts'),
      JSON.stringify({ ...live, spec: {} }),
    );
  });

  it('stops at what cannot become ready, and the diagnosis says why', async () => {
    const { code, out, err } = await deployChanged((file) => {
      file.versions = { ...file.versions, thanos: '0.41.0' };
    });
    expect(code).toBe(1);
    expect(err).toMatch(/cannot become ready: .*(ErrImagePull|ImagePullBackOff)/);
    expect(out).toContain('workload/image-unavailable');
  });

  it('one that was killed in the middle can be run again', async () => {
    const child = spawn(
      join(ROOT, 'medic'),
      ['deploy', '-f', fleetFileOf(lab), '--kubeconfig', lab.kubeconfig],
      {
        stdio: 'ignore',
      },
    );
    await sleep(4000);
    child.kill('SIGKILL');
    const { code, out } = await deploy();
    expect({ code, last: out.trim().split('\n').at(-1) }).toEqual({
      code: 0,
      last: expect.stringMatching(/^Deployed to 2 clusters/),
    });
  });
});

describe('taking it away', () => {
  it('what the fleet no longer has goes with --prune, and volumes stay', async () => {
    const change = (file: FleetFile) => {
      file.cache = { enabled: false };
      file.compactor = { enabled: false };
    };
    const without = await deployChanged(change);
    expect(without.code).toBe(0);
    expect(without.out).toContain('--prune removes them');
    const pruned = await deployChanged(change, '--prune');
    expect(pruned.code).toBe(0);
    const sets = await kubectl(hub, ['get', 'statefulsets', '-n', names.namespaces.pipeline, '-o', 'name']);
    expect(sets).not.toMatch(/memcached|compactor/);
    const claims = await kubectl(hub, ['get', 'pvc', '-n', names.namespaces.pipeline, '-o', 'name']);
    expect(claims).toContain('data-thanos-compactor-0');
  });

  it('undeploy keeps data unless told twice', async () => {
    const args = ['undeploy', '-f', fleetFileOf(lab), '--kubeconfig', lab.kubeconfig];
    const refused = await medic(...args, '--data');
    expect(refused.code).toBe(2);
    expect(refused.err).toContain(`--confirm ${INSTANCE}`);
    const { code, out } = await medic(...args);
    expect(code).toBe(0);
    expect(out).toContain('kept: PersistentVolumeClaim');
    const list = (kinds: string) =>
      kubectl(hub, ['get', kinds, '-n', names.namespaces.pipeline, '-o', 'name']);
    expect(await until(90_000, async () => (await list('statefulsets,deployments,daemonsets')) === '')).toBe(
      true,
    );
    expect((await list('pvc')).trim().split('\n').length).toBeGreaterThanOrEqual(5);
    const all = await medic(...args, '--data', '--confirm', INSTANCE);
    expect(all.code).toBe(0);
  });

  it('kubectl alone brings what is rendered, and medic goes on from there without a conflict', async () => {
    const { namespaces, objects } = names;
    const file = parse(readFileSync(fleetFileOf(lab), 'utf8')) as FleetFile;
    const apply = (name: string, layer: string) => {
      const path = join(lab.stateDir, 'rendered', 'clusters', name, layer);
      return kubectl(name, ['apply', '--server-side', '-k', path]);
    };
    for (const layer of ['1-definitions', '2-foundation']) {
      for (const { name } of lab.clusters) await apply(name, layer);
    }
    const from = (name: string, key: string) =>
      kubectl(hub, [
        ...['create', 'secret', 'generic', name, '-n', namespaces.pipeline],
        `--from-file=${key}=${join(lab.stateDir, 'secrets', name)}`,
      ]);
    await from(objects.objstore, objects.objstoreKey);
    const slack = file.alertmanager?.slack?.url.name ?? '';
    await from(slack, 'url');
    for (const { name } of lab.clusters) await apply(name, '3-workloads');
    const isSilent = async () => {
      const { data } = await ask('count(max by (cluster) (timestamp(up)) > time() - 60)').catch(() => ({
        data: { result: [] },
      }));
      return JSON.stringify(data.result).includes(`"${lab.clusters.length}"`) === false;
    };
    expect(await until(240_000, async () => !(await isSilent()))).toBe(true);
    const { code, out } = await deploy('--dry-run');
    // Labels of the two Secrets, which a person made.
    expect({ code, conflicts: out.match(/belongs to/g) }).toEqual({ code: 0, conflicts: null });
    expect(out.match(/: 0 to create, (\d+) to change/g)).toEqual([
      ': 0 to create, 2 to change',
      ': 0 to create, 0 to change',
    ]);
  });
});
