import type { BlindReason } from '../../evidence/transport.ts';
import { clusterRef } from '../../fleet/subjects.ts';
import { type FindingContext, type FindingRule, lineAge } from '../context.ts';
import { absent, type Finding, present, quote, unknown } from '../finding.ts';
import { tellingWords } from '../shared/log-texts.ts';

/** What a client of TLS says of a certificate that has ended: Node, and Go's crypto/x509. */
const EXPIRED = ['cert_has_expired', 'certificate has expired'];
/** Clients of the API try again all the time. */
const RECENT_SECONDS = 600;

const UNSEEN: readonly BlindReason[] = ['deadline', 'not-recorded', 'name-not-found'];

/** Whether the cluster's own certificates have ended: to us, or to the parts in it that use its API. */
export const certificates: FindingRule = {
  name: 'cluster/certificates',
  look: (context) => [...context.evidence.clusters.keys()].flatMap((name) => look(context, name)),
};

function look(context: FindingContext, name: string): Finding[] {
  const subject = clusterRef(name);
  const cluster = context.cluster(name);
  if (!cluster) return [];
  const { version } = cluster;
  if (!version.seen) {
    const detail = version.detail.toLowerCase();
    if (version.reason === 'tls' && EXPIRED.some((words) => detail.includes(words)))
      return [
        present('cluster-certificates-expired', subject, {
          evidence: [quote(version.source, version.detail)],
          facts: { cluster: name, words: version.detail },
        }),
      ];
    if (UNSEEN.includes(version.reason))
      return [unknown('cluster-certificates-expired', subject, version.reason)];
  }
  for (const component of context.index.inCluster(name)) {
    for (const { source, lines } of context.logs(component, 'current')) {
      const line = lines.findLast(
        (line) =>
          (lineAge(context, line) ?? Number.POSITIVE_INFINITY) < RECENT_SECONDS &&
          context.scan(line.raw).some(({ type }) => type === 'cluster-certificates-expired'),
      );
      if (line)
        return [
          present('cluster-certificates-expired', subject, {
            evidence: [quote(source, line.raw)],
            since: line.at,
            facts: { cluster: name, words: tellingWords(line.message) },
          }),
        ];
    }
  }
  return version.seen ? [absent('cluster-certificates-expired', subject)] : [];
}
