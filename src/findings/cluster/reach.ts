import type { BlindReason } from '../../evidence/transport.ts';
import { clusterRef } from '../../fleet/subjects.ts';
import type { FindingRule } from '../context.ts';
import { absent, present, quote, unknown } from '../finding.ts';
import { type NoteId, note } from '../notes.ts';

/** Silence of the other side. What our own side lacks (a name, a certificate, credentials) is no such sign. */
const SILENT = {
  unreachable: 'api-unreachable',
  refused: 'api-refused',
  timeout: 'api-timeout',
} as const satisfies Partial<Record<BlindReason, NoteId>>;
const OURS: readonly BlindReason[] = ['name-not-found', 'tls', 'credentials', 'deadline', 'not-recorded'];

/** Whether each cluster's API answers. */
export const reach: FindingRule = {
  name: 'cluster/reach',
  look: (context) =>
    [...context.evidence.clusters.values()].map(({ name, version, pods }) => {
      const subject = clusterRef(name);
      if (version.seen || pods.seen) return absent('api-unreachable', subject);
      if (OURS.includes(version.reason)) return unknown('api-unreachable', subject, version.reason);
      if (!isSilent(version.reason)) return absent('api-unreachable', subject);
      const reason = note(SILENT[version.reason], {});
      const evidence = [quote(version.source, note('api-silent', { reason, detail: version.detail }))];
      return present('api-unreachable', subject, {
        evidence,
        facts: { cluster: name, reason, detail: version.detail },
      });
    }),
};

const isSilent = (reason: BlindReason): reason is keyof typeof SILENT => reason in SILENT;
