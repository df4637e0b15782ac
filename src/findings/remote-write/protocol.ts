import type { Component } from '../../fleet/fleet.ts';
import { WRITERS } from '../../fleet/roles.ts';
import type { FindingContext, FindingRule } from '../context.ts';
import { absent, type Finding, present, quote } from '../finding.ts';
import { note } from '../notes.ts';
import { configChange, configMapFact } from '../shared/changes.ts';

/** Remote write 2.0, as `protobuf_message` names it. */
const VERSION_2 = 'io.prometheus.write.v2.Request';

/** Receive reads the message of 1.0 alone up to this minor version; of later ones nothing is known here. */
const LAST_KNOWN_MINOR = 42;

/** Whether a writer sends a message that its Receive does not read: it would answer 200 and keep nothing. */
export const protocol: FindingRule = {
  name: 'remote-write/protocol',
  look: (context) =>
    context.fleet.components
      .filter(({ role }) => WRITERS.includes(role))
      .flatMap((component) => look(context, component)),
};

function look(context: FindingContext, component: Component): Finding[] {
  const seen = context.prometheusConfig(component);
  if (!seen || seen.config.remoteWrite.length === 0) return [];
  const servers = context.index.linksFrom(component.key, 'remote-write').flatMap((link) => {
    const server = typeof link.to === 'string' ? context.index.component(link.to) : undefined;
    const queue = seen.config.remoteWrite.find(({ url }) => url === link.address?.url);
    return server && queue?.message === VERSION_2 && readsOnlyVersion1(server) ? [server] : [];
  });
  const [server] = servers;
  if (!server) {
    const [first] = seen.config.remoteWrite;
    const facts = { message: first?.message ?? 'prometheus.WriteRequest', server: hostOf(first?.url ?? '') };
    return [absent('remote-write-protocol-differs', component.ref, { facts })];
  }
  const change = configChange(context, component);
  return [
    present('remote-write-protocol-differs', component.ref, {
      evidence: [
        quote(
          seen.source,
          note('receive-runs', { message: VERSION_2, server: server.ref.name, image: server.image }),
        ),
      ],
      facts: {
        message: VERSION_2,
        server: server.ref.name,
        error: VERSION_2,
        ...configMapFact(context, component),
      },
      change,
      since: change?.at ?? null,
    }),
  ];
}

const hostOf = (url: string): string => URL.parse(url)?.host ?? url;

function readsOnlyVersion1({ role, image }: Component): boolean {
  const version = /:v?0\.(\d{1,3})(?:\D|$)/.exec(image);
  return role === 'receive' && version !== null && Number(version[1]) <= LAST_KNOWN_MINOR;
}
