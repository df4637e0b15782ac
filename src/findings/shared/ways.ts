import { podKey } from '../../evidence/evidence.ts';
import type { Source } from '../../evidence/look.ts';
import { canBeProbed, type ProbeTarget, probeWords } from '../../evidence/probe.ts';
import { LAG_SECONDS } from '../../evidence/remote-write.ts';
import type { Component, Link } from '../../fleet/fleet.ts';
import { once } from '../../fleet/once.ts';
import { STORAGE_CLIENTS, WRITERS } from '../../fleet/roles.ts';
import type { LinkRef } from '../../fleet/subjects.ts';
import { ageSeconds, type FindingContext } from '../context.ts';
import { isStoreOf } from '../query/stores.ts';
import { lastFailure, linkRef, sinceOf } from '../remote-write/delivery.ts';
import { saysDropped, saysLate } from './dials.ts';
import { lastMatch, OBJSTORE_FAILED, OBJSTORE_WORKS } from './log-texts.ts';
import { queuesOf } from './queues.ts';
import { saidLately } from './said.ts';

/** A link over which nothing passes now, and what its client says of it. */
export interface BrokenWay {
  link: Link;
  ref: LinkRef;
  client: Component;
  server: Component | null;
  /** The client's own words; empty where it said nothing that could be seen. */
  words: string;
  source: Source;
  since: string | null;
}

/** All links that their own clients say are broken: by their queues, their stores, their logs. */
export const brokenWays = once((context: FindingContext): readonly BrokenWay[] =>
  context.fleet.components
    .flatMap((client) => [
      ...(WRITERS.includes(client.role) ? writes(context, client) : []),
      ...(client.role === 'query' ? queries(context, client) : []),
      ...(STORAGE_CLIENTS.includes(client.role) ? storage(context, client) : []),
    ])
    .map((way) => probed(context, way)),
);

/**
 * Where the client's own words leave it open (a deadline passed, or nothing was seen), those of a pod beside it settle it.
 * That it gets through proves nothing for the client: policies go by labels, which the pod has not.
 */
function probed(context: FindingContext, way: BrokenWay): BrokenWay {
  const target = probeTargetOf(way);
  if (!target || !(way.words === '' || (saysLate(way.words) && !saysDropped(way.words)))) return way;
  for (const look of context.clusterOf(way.client).probes.values()) {
    const result = look.seen
      ? look.value.find(({ host, port }) => host === target.host && port === target.port)
      : undefined;
    if (look.seen && result && result.connection !== 'open')
      return { ...way, words: probeWords(result), source: look.source };
  }
  return way;
}

/** The end that a probe of this way would dial; `null` where the client's address is none that can be dialled. */
export function probeTargetOf({ link: { address } }: Pick<BrokenWay, 'link'>): ProbeTarget | null {
  if (!address) return null;
  const port = address.port ?? (address.url.startsWith('https:') ? 443 : 80);
  const target = { host: address.host, port };
  return canBeProbed(target) ? target : null;
}

function way(context: FindingContext, client: Component, link: Link) {
  const server = typeof link.to === 'string' ? (context.index.component(link.to) ?? null) : null;
  return { link, client, server, ref: linkRef(context, client, link) };
}

function writes(context: FindingContext, client: Component): BrokenWay[] {
  return context.index.linksFrom(client.key, 'remote-write').flatMap((link) => {
    const behind = queuesOf(context, client).filter(
      ({ queue, lag }) => queue.url === link.address?.url && lag !== null && lag > LAG_SECONDS,
    );
    const worst = behind.sort((a, b) => (b.lag ?? 0) - (a.lag ?? 0))[0];
    if (!worst) return refused(context, client, link);
    const since = sinceOf(context, worst);
    const failure = lastFailure(context, client, worst.queue.name, since);
    return [
      {
        ...way(context, client, link),
        words: failure?.line.message ?? '',
        source: failure?.source ?? worst.source,
        since,
      },
    ];
  });
}

const NOT_FOUND = new Set(['remote-write-not-found'] as const);
/** One such answer may be that of a moment. */
const TIMES = 2;

/** What is answered with "not found" is given up at once: the queue is never behind, and nothing arrives. */
function refused(context: FindingContext, client: Component, link: Link): BrokenWay[] {
  return queuesOf(context, client)
    .filter(({ queue }) => queue.url === link.address?.url)
    .flatMap(({ queue }) => {
      const said = saidLately(context, client, NOT_FOUND, queue.name).get('remote-write-not-found');
      return said && said.count >= TIMES
        ? [
            {
              ...way(context, client, link),
              words: said.line.message,
              source: said.source,
              since: said.since,
            },
          ]
        : [];
    })
    .slice(0, 1);
}

function queries(context: FindingContext, client: Component): BrokenWay[] {
  const looks = context
    .pods(client)
    .flatMap((pod) => context.clusterOf(client).stores.get(podKey(pod)) ?? []);
  const look = looks.find((candidate) => candidate.seen);
  if (!look?.seen) return [];
  return context.index.linksFrom(client.key, 'query').flatMap((link) => {
    const one = way(context, client, link);
    const { server } = one;
    const broken = server
      ? look.value.find((store) => store.lastError !== null && isStoreOf(context, server, store))
      : undefined;
    return broken ? [{ ...one, words: broken.lastError ?? '', source: look.source, since: null }] : [];
  });
}

/** A store that is not reached is asked again within this time. */
const RECENT_SECONDS = 300;

function storage(context: FindingContext, client: Component): BrokenWay[] {
  const links = [
    ...context.index.linksFrom(client.key, 'upload'),
    ...context.index.linksFrom(client.key, 'fetch'),
  ];
  for (const run of ['current', 'previous'] as const) {
    for (const { pod, source, lines } of context.logs(client, run)) {
      if (run === 'previous' && pod.ready) continue;
      const failed = lastMatch(
        lines.filter(({ level }) => level === 'error' || level === 'warn'),
        OBJSTORE_FAILED,
      )?.line;
      const worked = lastMatch(lines, OBJSTORE_WORKS)?.line;
      const age = ageSeconds(context, failed?.at);
      if (!failed || age === null || age > RECENT_SECONDS) continue;
      if (worked && (worked.at ?? '') > (failed.at ?? '')) continue;
      return links.map((link) => ({
        ...way(context, client, link),
        words: failed.message,
        source,
        since: failed.at,
      }));
    }
  }
  return [];
}

/** Whether the server could take what comes: pods that are ready. */
export const isServing = (context: FindingContext, server: Component): boolean =>
  context.pods(server).some(({ ready }) => ready);
