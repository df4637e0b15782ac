import { describe, expect, it } from 'vitest';
import type { Component, Fleet, Link } from '../fleet/fleet.ts';
import type { Role } from '../fleet/roles.ts';
import { componentRef, subjectKey } from '../fleet/subjects.ts';
import { crossesBox, segmentsOf } from '../report/html/route.ts';
import { type Topology, topologyOf } from '../report/html/topology.ts';
import { recordings, replay } from './recordings.ts';

const USABLE = recordings().filter(({ heldOut }) => !heldOut);

/** Lines that go through a box which is not their end, or through their own end; lines that miss their boxes. */
function faultsOf({ boxes, arrows }: Topology): string[] {
  const byKey = new Map(boxes.map((box) => [box.key, box]));
  return arrows.flatMap(({ kind, from, to, points }) => {
    const name = `${kind} ${from} → ${to}`;
    const [start, end] = [byKey.get(from), byKey.get(to)];
    const [first, last] = [points[0], points.at(-1)];
    if (!start || !end || !first || !last) return [`${name}: no line`];
    const isOnEdge = (box: typeof start, { x, y }: typeof first) =>
      (x === box.x || x === box.x + box.width) && y > box.y && y < box.y + box.height;
    return [
      ...(isOnEdge(start, first) && isOnEdge(end, last) ? [] : [`${name}: misses its boxes`]),
      ...segmentsOf(points).flatMap((segment) => [
        ...(segment.from.x !== segment.to.x && segment.from.y !== segment.to.y ? [`${name}: aslant`] : []),
        ...boxes.filter((box) => crossesBox(segment, box)).map(({ key }) => `${name} crosses ${key}`),
      ]),
    ];
  });
}

/** A hub with all parts and edges that write to it, as `medic deploy` makes them. */
function fleetOf(edges: number): Fleet {
  const fleet: Fleet = { name: null, identityLabel: 'cluster', clusters: [], components: [], links: [] };
  const part = (cluster: string, role: Role, name: string = role): string => {
    const ref = componentRef({ cluster, namespace: 'monitoring', kind: 'StatefulSet', name, role });
    const component: Component = {
      ...{ key: subjectKey(ref), ref, role, container: name, image: name, args: [], desired: 1 },
      ...{ pods: [`${name}-0`], httpPort: 80, routePrefix: '', httpTls: false, podLabels: {} },
    };
    fleet.components.push(component);
    return component.key;
  };
  const link = (kind: Link['kind'], from: string, to: string) =>
    fleet.links.push({ kind, from, to, address: null, service: null, certainty: 'resolved' });
  const name = (index: number) => `cluster-with-a-long-name-${index}`;
  for (let index = 0; index <= edges; index++)
    fleet.clusters.push({ name: name(index), identity: name(index) });
  const hub = name(0);
  const receive = part(hub, 'receive');
  const bucket = part(hub, 'object-store');
  const query = part(hub, 'query');
  const frontend = part(hub, 'query-frontend');
  const grafana = part(hub, 'grafana');
  for (const role of ['store', 'compactor', 'ruler'] as const) {
    const key = part(hub, role);
    link(role === 'store' ? 'fetch' : 'upload', key, bucket);
    if (role !== 'compactor') link('query', query, key);
  }
  link('upload', receive, bucket);
  link('query', query, receive);
  link('query', frontend, query);
  link('query', frontend, part(hub, 'cache'));
  link('query', grafana, frontend);
  link('notify', `${hub}/monitoring/StatefulSet/ruler`, part(hub, 'alertmanager'));
  for (let index = 0; index <= edges; index++) {
    const prometheus = part(name(index), 'prometheus');
    const sidecar = part(name(index), 'sidecar');
    link('remote-write', part(name(index), 'agent'), receive);
    link('query', query, sidecar);
    link('upload', sidecar, bucket);
    link('query', sidecar, prometheus);
    link('notify', prometheus, `${hub}/monitoring/StatefulSet/alertmanager`);
  }
  return fleet;
}

describe('no line crosses a box that is not its end', () => {
  it.each(USABLE.map(({ name }) => name))('%s', async (name) => {
    const { fleet, diagnosis } = await replay(name);
    const topology = topologyOf(fleet, diagnosis);
    // An edge that was asked alone sends to an end that is not drawn.
    if (fleet.clusters.length > 1) expect(topology.arrows.length).toBeGreaterThan(3);
    expect(faultsOf(topology)).toEqual([]);
  });

  it('in a generated fleet of five clusters and of eight, in time', async () => {
    const { diagnosis } = await replay('healthy');
    for (const edges of [4, 7]) {
      const fleet = fleetOf(edges);
      const started = performance.now();
      const topology = topologyOf(fleet, { ...diagnosis, findings: [], causes: [] });
      expect(performance.now() - started).toBeLessThan(2000);
      expect(topology.arrows).toHaveLength(fleet.links.length);
      expect(faultsOf(topology)).toEqual([]);
      expect(topology.boxes).toHaveLength(fleet.components.length);
    }
  });
});

describe('what is sick is marked', () => {
  it.each(USABLE.filter(({ causes }) => causes.length > 0).map(({ name }) => name))(
    'every confirmed cause of %s has a box or a lane',
    async (name) => {
      const { fleet, diagnosis } = await replay(name);
      const { boxes, lanes } = topologyOf(fleet, diagnosis);
      const marked = new Set([
        ...boxes.filter(({ state }) => state === 'cause').map(({ key }) => key),
        ...lanes
          .filter(({ state }) => state === 'cause')
          .map(({ cluster }) => `${cluster}/Cluster/${cluster}`),
      ]);
      const causes = diagnosis.causes.filter(({ confirmed }) => confirmed);
      expect(causes.map(({ component }) => subjectKey(component)).filter((key) => !marked.has(key))).toEqual(
        [],
      );
    },
  );

  it('a missing Service is drawn on the way that goes through it, and the ways of both causes are marked', async () => {
    const { fleet, diagnosis } = await replay('two-service-and-dns');
    const { boxes, arrows } = topologyOf(fleet, diagnosis);
    const causes = boxes.filter(({ state }) => state === 'cause');
    expect(causes.map(({ role }) => role).sort()).toEqual(['Service (receive)', 'dns']);
    const service = causes.find(({ role }) => role.startsWith('Service'))?.key;
    const through = arrows.filter(({ from, to }) => from === service || to === service);
    // The edges come through its node port, and one of them lost its DNS besides.
    expect(through).toHaveLength(4);
    expect(new Set(through.map(({ kind, state }) => `${kind} ${state}`))).toEqual(
      new Set(['remote-write hit']),
    );
    const dns = causes.find(({ role }) => role === 'dns')?.key.split('/')[0] ?? '';
    const fromEdge = arrows.filter(({ kind, from }) => kind === 'remote-write' && from.startsWith(`${dns}/`));
    expect(fromEdge.map(({ state }) => state)).toEqual(['hit']);
  });
});
