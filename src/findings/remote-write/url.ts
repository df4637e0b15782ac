import type { FindingRule } from '../context.ts';
import { present, quote, unknown } from '../finding.ts';
import { configChange, configMapFact } from '../shared/changes.ts';
import { runsOld } from '../shared/layers.ts';
import { followLinks } from '../shared/paths.ts';
import { queuesOf } from '../shared/queues.ts';

/** Whether a writer's URL is written otherwise than the target that it is meant for. */
export const url: FindingRule = {
  name: 'remote-write/url',
  look: (context) =>
    followLinks(context).flatMap(({ link, client, problem }) => {
      if (link.kind !== 'remote-write') return [];
      if (problem?.kind === 'unseen') return [unknown('remote-write-url-differs', client.ref, problem.why)];
      if (
        problem?.kind !== 'client-host' &&
        problem?.kind !== 'client-port' &&
        problem?.kind !== 'client-path'
      )
        return [];
      const source =
        context.prometheusConfig(client)?.source ??
        queuesOf(context, client).find(({ queue }) => queue.url === link.address.url)?.source;
      const change = configChange(context, client);
      return [
        present('remote-write-url-differs', client.ref, {
          evidence: source ? [quote(source, `remote_write url: ${link.address.url}`)] : [],
          facts: {
            url: link.address.url,
            part: problem.kind.slice('client-'.length),
            has: problem.has,
            suggestion: problem.suggestion,
            isOld: runsOld(context, client, 'urls') ? 1 : 0,
            ...configMapFact(context, client),
          },
          since: change?.at ?? null,
          change,
        }),
      ];
    }),
};
