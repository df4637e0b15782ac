import { ingressOf } from '../../evidence/addresses.ts';
import { seenOr } from '../../evidence/look.ts';
import { type Component, group } from '../../fleet/fleet.ts';
import { WRITERS } from '../../fleet/roles.ts';
import { type ComponentRef, componentRef } from '../../fleet/subjects.ts';
import { ageSeconds, type FindingContext, type FindingRule } from '../context.ts';
import { type Finding, findingId, present, quote } from '../finding.ts';
import { linkRef } from '../remote-write/delivery.ts';
import { lastMatch, SEND_FAILED } from '../shared/log-texts.ts';
import { type BrokenWay, brokenWays } from '../shared/ways.ts';

/** What answers in the server's place, or shows its certificate: a proxy, an Ingress, a TLS end. */
export const proxies: FindingRule = {
  name: 'network/proxies',
  look: (context) => {
    const ways = brokenWays(context);
    const atHost = group(ways, hostOf);
    const findings = [
      ...ways.flatMap((way) => [...backend(context, way), ...certificate(context, atHost, way)]),
      ...bodies(context),
    ];
    return [...new Map(findings.map((finding) => [findingId(finding), finding])).values()];
  },
};

const hostOf = ({ link }: BrokenWay): string => link.address?.host ?? '';

const says = (context: FindingContext, words: string) => new Set(context.scan(words).map(({ type }) => type));

function backend(context: FindingContext, { ref, words, source, since }: BrokenWay): Finding[] {
  if (!says(context, words).has('proxy-backend-failing')) return [];
  return [
    present('proxy-backend-failing', ref, {
      evidence: [quote(source, words)],
      since,
      facts: { error: words.slice(0, 200) },
    }),
  ];
}

/** How Go says that a certificate is for other names than the one that was asked for: crypto/x509 verify.go. */
const OTHER_NAMES = ['x509: certificate is valid for', 'x509: certificate is not valid for any names'];

/**
 * The certificate belongs to the server's side, unless others trust it; so does one for another name, where the server's
 * side says that it serves this name.
 */
function certificate(
  context: FindingContext,
  atHost: ReadonlyMap<string, readonly BrokenWay[]>,
  way: BrokenWay,
): Finding[] {
  const { words, source, since, link, client, server } = way;
  const said = says(context, words);
  const type = (['certificate-expired', 'certificate-untrusted'] as const).find((one) => said.has(one));
  if (!type) return [];
  const host = hostOf(way);
  const alike = (atHost.get(host) ?? []).filter((other) => says(context, other.words).has(type));
  const isShared = type === 'certificate-expired' || alike.length > 1;
  const served = entrance(context, server, host);
  const isOther = served !== null && OTHER_NAMES.some((told) => words.includes(told));
  const subject = ((isShared || isOther) && (served ?? server?.ref)) || client.ref;
  return [
    present(type, subject, {
      evidence: [quote(source, words)],
      since,
      facts: { error: words.slice(0, 200), host, port: link.address?.port ?? 443 },
    }),
  ];
}

/** A failed batch is said again within this time. */
const RECENT_SECONDS = 180;

/** A batch that a proxy refused is not sent again: the queue goes on, and only the log tells. */
function bodies(context: FindingContext): Finding[] {
  return context.fleet.components
    .filter(({ role }) => WRITERS.includes(role))
    .flatMap((client) =>
      context.logs(client, 'current').flatMap(({ source, lines }) => {
        const line = lastMatch(
          lines.filter(({ raw }) => raw.includes('413')),
          SEND_FAILED,
        )?.line;
        const age = ageSeconds(context, line?.at);
        if (
          !line ||
          age === null ||
          age > RECENT_SECONDS ||
          !says(context, line.raw).has('proxy-body-refused')
        )
          return [];
        const links = context.index.linksFrom(client.key, 'remote-write');
        const link =
          links.find(({ address }) => address !== null && line.fields.url === address.url) ??
          (links.length === 1 ? links[0] : undefined);
        if (!link) return [];
        const { to } = linkRef(context, client, link);
        const server = to.type === 'component' ? context.index.component(String(link.to)) : undefined;
        const subject = entrance(context, server ?? null, link.address?.host ?? '') ?? client.ref;
        return [
          present('proxy-body-refused', subject, {
            evidence: [quote(source, line.raw)],
            since: line.at,
            facts: { error: line.message.slice(0, 200), host: link.address?.host ?? '' },
          }),
        ];
      }),
    );
}

/** The Ingress that takes a name, in the cluster of the server. */
function entrance(context: FindingContext, server: Component | null, host: string): ComponentRef | null {
  const cluster = server && context.clusterOf(server);
  if (!cluster || !ingressOf([cluster], host)) return null;
  const ingress = seenOr(cluster.ingresses, []).find(({ rules }) => rules.some((rule) => rule.host === host));
  return ingress
    ? componentRef({
        ...{ cluster: cluster.name, namespace: ingress.meta.namespace ?? '', kind: 'Ingress' },
        ...{ name: ingress.meta.name, role: 'ingress' },
      })
    : null;
}
