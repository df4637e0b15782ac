import type { Source } from '../../evidence/look.ts';
import { readHashrings } from '../../evidence/thanos.ts';
import { flagValue } from '../../fleet/flags.ts';
import type { Component } from '../../fleet/fleet.ts';
import { ageSeconds, type FindingContext, type FindingRule } from '../context.ts';
import { absent, type Finding, present, quote, unknown } from '../finding.ts';
import { note } from '../notes.ts';
import { lastSaid } from '../shared/said.ts';
import { hashringFile } from './hashring.ts';

const RECENT_SECONDS = 5 * 60;

/** Whether each hashring has at least as many endpoints as each series has replicas. */
export const replication: FindingRule = {
  name: 'receive/replication',
  look: (context) => context.index.byRole('receive').flatMap((component) => look(context, component)),
};

interface Ring {
  name: string;
  endpoints: number;
}

function look(context: FindingContext, component: Component): Finding[] {
  const factor = Number(flagValue(component.args, '--receive.replication-factor') ?? '1');
  const file = hashringFile(context, component);
  // One replica each fits everywhere; without a hashring nothing is forwarded.
  if (file === null || !(factor > 1)) return [];
  const seen = file === 'blind' ? running(context, component) : written(file);
  if (seen === null) return [said(context, component, factor)];
  const small = seen.rings.find(({ endpoints }) => endpoints < factor);
  const facts = {
    endpoints: small?.endpoints ?? seen.rings[0]?.endpoints ?? 0,
    factor,
    configMap: file === 'blind' ? '' : file.configMap,
  };
  if (!small) {
    const words = seen.rings.map(({ name, endpoints }) => `${name}: ${endpoints}`).join(', ');
    const evidence = [quote(seen.source, note('ring-sizes', { rings: words, factor }))];
    return [absent('hashring-endpoints-few', component.ref, { evidence, facts })];
  }
  const change = file === 'blind' ? null : file.change;
  return [
    present('hashring-endpoints-few', component.ref, {
      evidence: [
        quote(seen.source, note('ring-size', { name: small.name, endpoints: small.endpoints })),
        quote(context.clusterOf(component).statefulSets.source, `--receive.replication-factor=${factor}`),
      ],
      facts,
      change,
      since: change?.at ?? null,
    }),
  ];
}

function written({ content, source }: { content: string; source: Source }) {
  const rings = readHashrings(content)?.map(({ name, endpoints }) => ({
    ...{ name, endpoints: new Set(endpoints).size },
  }));
  return rings && rings.length > 0 ? { rings, source } : null;
}

/** The hashrings that run, as Receive counts them, where their file could not be seen. */
function running(context: FindingContext, component: Component): { rings: Ring[]; source: Source } | null {
  for (const { look: metrics } of context.metrics(component)) {
    if (!metrics.seen) continue;
    const rings = metrics.value
      .samples('thanos_receive_hashring_nodes')
      .map(({ labels, value }) => ({ name: labels.name ?? '', endpoints: value }));
    if (rings.length > 0) return { rings, source: metrics.source };
  }
  return null;
}

/** What Receive says of it, where neither the file nor its own count could be seen. */
function said(context: FindingContext, component: Component, factor: number): Finding {
  const line = lastSaid(context, component, 'hashring-endpoints-few', RECENT_SECONDS);
  if (!line) return unknown('hashring-endpoints-few', component.ref, 'not-installed');
  const have = /have (\d{1,6})/.exec(line.line.message)?.[1];
  return present('hashring-endpoints-few', component.ref, {
    evidence: [quote(line.source, line.line.raw)],
    since: ageSeconds(context, line.line.at) === null ? null : line.line.at,
    facts: { endpoints: have ?? '–', factor, configMap: '' },
  });
}
