import type { BlindReason } from '../../evidence/transport.ts';
import { clusterRef } from '../../fleet/subjects.ts';
import type { FindingRule } from '../context.ts';
import { absent, present, quote, unknown } from '../finding.ts';

/** Silence of the other side. What our own side lacks (a name, a certificate, credentials) is no such sign. */
const SILENT: readonly BlindReason[] = ['unreachable', 'refused', 'timeout'];
const OURS: readonly BlindReason[] = ['name-not-found', 'tls', 'credentials', 'deadline', 'not-recorded'];

/** Whether each cluster's API answers. */
export const reach: FindingRule = {
  name: 'cluster/reach',
  look: (context) =>
    [...context.evidence.clusters.values()].map(({ name, version, pods }) => {
      const subject = clusterRef(name);
      if (version.seen || pods.seen) return absent('api-unreachable', subject);
      if (OURS.includes(version.reason)) return unknown('api-unreachable', subject, version.reason);
      if (!SILENT.includes(version.reason)) return absent('api-unreachable', subject);
      const evidence = [quote(version.source, `${version.reason}: ${version.detail}`)];
      return present('api-unreachable', subject, {
        evidence,
        facts: { cluster: name, reason: version.reason, detail: version.detail },
      });
    }),
};
