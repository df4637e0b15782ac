import { podKey } from '../../evidence/evidence.ts';
import type { Pod } from '../../evidence/kubernetes/pods.ts';
import type { LogLine } from '../../evidence/logs.ts';
import type { Source } from '../../evidence/look.ts';
import type { BlindReason } from '../../evidence/transport.ts';
import { flagFileOrigin } from '../../evidence/views.ts';
import type { Component } from '../../fleet/fleet.ts';
import { STORAGE_CLIENTS } from '../../fleet/roles.ts';
import { type ComponentRef, componentRef } from '../../fleet/subjects.ts';
import { ageSeconds, type FindingContext, type FindingRule } from '../context.ts';
import { absent, type Finding, present, quote, unknown } from '../finding.ts';
import { lastMatch, matches, OBJSTORE_FAILED, OBJSTORE_WORKS, withoutStack } from '../shared/log-texts.ts';
import type { FindingType } from '../types.generated.ts';

/** A failing sync or upload repeats within this time: the slowest default is Store's, every 15 minutes. */
const RECENT_SECONDS = 20 * 60;

/** What the store, or the client itself, says is wrong; where a line says several, the first of these counts. */
const REFUSALS = [
  'objstore-clock-refused',
  'objstore-credentials-refused',
  'objstore-bucket-absent',
  'objstore-endpoint-mismatch',
  'objstore-config-unreadable',
  'objstore-access-denied',
  'objstore-throttling',
] as const satisfies readonly FindingType[];

type Refusal = (typeof REFUSALS)[number];

/** Which of the texts about the object store a line says; `null` for none. */
function refusalIn(context: FindingContext, { raw }: LogLine): Refusal | null {
  const said = new Set(context.scan(raw).flatMap(({ type, isOver }) => (isOver ? [] : [type])));
  return REFUSALS.find((type) => said.has(type)) ?? null;
}

/** Whether each client of the object store can work with it, and what the store says if not. */
export const access: FindingRule = {
  name: 'objstore/access',
  look: (context) => {
    const clients = context.fleet.components.filter(({ role }) => STORAGE_CLIENTS.includes(role));
    const states = groupsOf(context, clients).flatMap((group) => statesOf(context, group));
    return [...states.flatMap(({ finding, reach }) => [finding, reach]), ...sharedCauses(context, states)];
  },
};

interface ClientState {
  client: Component;
  /** Name of the Secret or ConfigMap with the store's configuration. */
  config: string | null;
  finding: Finding;
  /** Whether it reaches the store at all. */
  reach: Finding;
  failure: { line: LogLine; source: Source } | null;
}

/** Clients with the Secret or ConfigMap that they have in common, or alone. */
interface ClientGroup {
  config: string | null;
  clients: Component[];
}

function groupsOf(context: FindingContext, clients: readonly Component[]): ClientGroup[] {
  const groups = new Map<string, ClientGroup>();
  for (const client of clients) {
    if (!client.args.some((word) => word.startsWith('--objstore.config'))) continue;
    const config = configNameOf(context, client);
    const key = `${client.ref.cluster}/${client.ref.namespace}/${config ?? client.key}`;
    const group = groups.get(key) ?? { config, clients: [] };
    group.clients.push(client);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function configNameOf(context: FindingContext, client: Component): string | null {
  const origin = flagFileOrigin(context.clusterOf(client), client, '--objstore.config-file')?.origin;
  return origin && origin.from !== 'other' ? origin.name : null;
}

/**
 * What one configuration was refused for is over once a client works with it that read it no earlier, at its start:
 * those that ask seldom say it longest.
 */
function statesOf(context: FindingContext, { config, clients }: ClientGroup): ClientState[] {
  const successes = clients.flatMap((client) =>
    context.logs(client, 'current').flatMap(({ pod, lines }) => {
      const at = lastMatch(lines, OBJSTORE_WORKS)?.line.at;
      return at ? [{ at, startedAt: startOf(pod, client) }] : [];
    }),
  );
  return clients.map((client) => {
    const failure = lastFailure(context, client);
    const startedAt = context.pods(client).map((pod) => startOf(pod, client))[0] ?? '';
    const isRefusal = failure && refusalIn(context, failure.line) !== null;
    const isPast =
      isRefusal &&
      successes.some(
        (success) =>
          success.at > (failure.line.at ?? '') && startedAt !== '' && success.startedAt >= startedAt,
      );
    return stateOf(context, client, config, isPast ? null : failure);
  });
}

/** When the container's run began that is on. */
const startOf = (pod: Pod, { container }: Component): string =>
  pod.containers.find(({ name }) => name === container)?.runningSince ?? '';

function stateOf(
  context: FindingContext,
  client: Component,
  config: string | null,
  failure: ClientState['failure'],
): ClientState {
  if (!failure) {
    const why = unseen(context, client);
    const tell = (type: 'objstore-failing' | 'objstore-unreached') =>
      why === null ? absent(type, client.ref) : unknown(type, client.ref, why);
    return { client, config, finding: tell('objstore-failing'), reach: tell('objstore-unreached'), failure };
  }
  const words = withoutStack(failure.line.message);
  const details = {
    evidence: [quote(failure.source, words)],
    since: failure.line.at,
    facts: { error: words.slice(0, 200) },
  };
  const isUnreached =
    refusalIn(context, failure.line) === null && matches(failure.line, NOT_REACHED) !== null;
  return {
    ...{ client, config, failure },
    finding: present('objstore-failing', client.ref, details),
    reach: isUnreached
      ? present('objstore-unreached', client.ref, details)
      : absent('objstore-unreached', client.ref),
  };
}

/** What a client says, or at least counts, that could not be seen: its log is asked for where something looks wrong. */
function unseen(context: FindingContext, client: Component): BlindReason | null {
  const { pods, logs, metrics } = context.clusterOf(client);
  if (!pods.seen) return pods.reason;
  const looks = context
    .pods(client)
    .flatMap((pod) => [metrics.get(podKey(pod)), logs.get(`${podKey(pod)}/${client.container}`)]);
  const blind = looks.find((look) => look && !look.seen);
  return blind && !blind.seen ? blind.reason : null;
}

/** The newest failure that nothing after it refutes, in the run that is on or, if that said nothing yet, the one before. */
function lastFailure(context: FindingContext, client: Component): ClientState['failure'] {
  for (const run of ['current', 'previous'] as const) {
    for (const { pod, source, lines } of context.logs(client, run)) {
      if (run === 'previous' && pod.ready) continue;
      const failed = lines.findLast(
        (line) =>
          isFailure(line) && (matches(line, OBJSTORE_FAILED) !== null || refusalIn(context, line) !== null),
      );
      const worked = lastMatch(lines, OBJSTORE_WORKS)?.line;
      const age = ageSeconds(context, failed?.at);
      if (!failed || age === null || age > RECENT_SECONDS) continue;
      if (worked && (worked.at ?? '') > (failed.at ?? '')) continue;
      if (isOver(context, client, failed)) continue;
      return { line: failed, source };
    }
  }
  return null;
}

/** What the network says of a server that is not there, as opposed to what a server answers. */
const NOT_REACHED = [
  'connection refused',
  'no such host',
  'no route to host',
  'network is unreachable',
  'i/o timeout',
  'connection timed out',
  'connection reset by peer',
  'tls handshake timeout',
  'server misbehaving',
  'deadline exceeded',
];

/**
 * Whether the store became ready after it was not reached: what starts together meets a store that still starts, and
 * asks again only minutes later.
 */
function isOver(context: FindingContext, client: Component, failed: LogLine): boolean {
  if (!matches(failed, NOT_REACHED)) return false;
  const failedAt = Date.parse(failed.at ?? '');
  return context.index
    .linksFrom(client.key)
    .flatMap(
      ({ kind, to }) =>
        (kind === 'upload' || kind === 'fetch' ? context.index.component(String(to)) : undefined) ?? [],
    )
    .some((store) =>
      context
        .pods(store)
        .some(({ ready, readySince }) => ready && Date.parse(readySince ?? '') + 1000 > failedAt),
    );
}

const isFailure = ({ level, fields }: LogLine): boolean =>
  level === 'error' || level === 'warn' || fields.err !== undefined;

/**
 * What the store said decides what is wrong. Clients that share a configuration and are all refused have one
 * cause, in that configuration; a client that is refused alone has its own, unless it is about what its identity may do.
 */
function sharedCauses(context: FindingContext, states: readonly ClientState[]): Finding[] {
  const groups = new Map<string, ClientState[]>();
  for (const state of states) {
    const key = `${state.client.ref.cluster}/${state.client.ref.namespace}/${state.config ?? state.client.key}`;
    groups.set(key, [...(groups.get(key) ?? []), state]);
  }
  return [...groups.values()].flatMap((group) => REFUSALS.flatMap((type) => cause(context, type, group)));
}

function cause(context: FindingContext, type: Refusal, group: readonly ClientState[]): Finding[] {
  const told = group.filter(({ failure }) => failure && refusalIn(context, failure.line) === type);
  const first = told[0];
  if (!first?.failure) return [];
  const clients = told.map(({ client }) => client.ref.name);
  const resources = told.map(({ client }) => `${client.ref.kind.toLowerCase()}/${client.ref.name}`);
  // Rights belong to the identity, and not every client of a configuration asks for what it may not do.
  const isShared = told.length > 1 || (type === 'objstore-access-denied' && group.length > 1);
  return [
    present(type, isShared ? configRef(first) : first.client.ref, {
      evidence: told.flatMap(({ failure }) =>
        failure ? [quote(failure.source, withoutStack(failure.line.message))] : [],
      ),
      since: told.flatMap(({ failure }) => failure?.line.at ?? []).sort()[0] ?? null,
      facts: { clients: clients.join(', '), resources: resources.join(','), config: first.config ?? '–' },
    }),
  ];
}

/** The configuration that several clients share stands for their way to the store. */
function configRef({ client, config }: ClientState): ComponentRef {
  const { cluster, namespace } = client.ref;
  return config === null
    ? client.ref
    : componentRef({ cluster, namespace, kind: 'Secret', name: config, role: 'object-store' });
}
