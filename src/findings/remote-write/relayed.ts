import type { Component, Link } from '../../fleet/fleet.ts';
import { WRITERS } from '../../fleet/roles.ts';
import type { FindingContext, FindingRule } from '../context.ts';
import { type Finding, findingId, present, quote } from '../finding.ts';
import { tellingWords } from '../shared/log-texts.ts';
import { queuesOf } from '../shared/queues.ts';
import type { FindingType } from '../types.generated.ts';
import { lastFailure } from './delivery.ts';

/** What is wrong with the disk of the one who answers; Receive itself says it at level debug only (pkg/receive/handler.go). */
const OF_ITS_DISK: ReadonlySet<FindingType> = new Set(['disk-full', 'io-failing']);
/** Words before the far end's own: prometheus storage/remote/client.go. */
const ANSWERED = 'server returned HTTP status 5';

/** The end of the words names what failed. */
const MOST_WORDS = 160;

/** What a receiver tells of itself in its answer, which only the writer's log shows. */
export const relayed: FindingRule = {
  name: 'remote-write/relayed',
  look: (context) => {
    const findings = context.fleet.components
      .filter(({ role }) => WRITERS.includes(role))
      .flatMap((client) =>
        context.index.linksFrom(client.key, 'remote-write').flatMap((link) => look(context, client, link)),
      );
    // All writers are told the same.
    return [...new Map(findings.map((finding) => [findingId(finding), finding])).values()];
  },
};

function look(context: FindingContext, client: Component, link: Link): Finding[] {
  const server = typeof link.to === 'string' ? context.index.component(link.to) : undefined;
  if (!server) return [];
  return queuesOf(context, client)
    .filter(({ queue }) => queue.url === link.address?.url)
    .flatMap(({ queue }) => {
      const failure = lastFailure(context, client, queue.name);
      const { raw = '', at = null } = failure?.line ?? {};
      const start = raw.indexOf(ANSWERED);
      if (!failure || start < 0) return [];
      // Each of several Receives says its own.
      return raw
        .slice(start)
        .split(';')
        .flatMap((words) =>
          context
            .scan(words)
            .filter(({ type, isOver }) => OF_ITS_DISK.has(type) && !isOver)
            .flatMap(({ type }) =>
              whose(context, server, words).map(({ ref }) =>
                present(type, ref, {
                  evidence: [quote(failure.source, raw)],
                  since: at,
                  facts: { words: tellingWords(words, MOST_WORDS) },
                }),
              ),
            ),
        );
    });
}

/** A router passes on what those behind it say, and names them. */
function whose(context: FindingContext, server: Component, words: string): readonly Component[] {
  const named = context.index
    .byRole(server.role, server.ref.cluster)
    .filter((component) => component !== server && component.pods.some((pod) => words.includes(pod)));
  return named.length > 0 && !server.pods.some((pod) => words.includes(pod)) ? named : [server];
}
