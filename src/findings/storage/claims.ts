import { lastChangeOf } from '../../evidence/kubernetes/meta.ts';
import type { Claim, KubernetesEvent } from '../../evidence/kubernetes/objects.ts';
import { type Source, seenOr } from '../../evidence/look.ts';
import { claimsOf } from '../../evidence/views.ts';
import type { Component } from '../../fleet/fleet.ts';
import { ageSeconds, type FindingContext, type FindingRule } from '../context.ts';
import { absent, type Finding, present, quote, unknown } from '../finding.ts';
import type { FindingType } from '../types.generated.ts';

/** A volume may take this long to be made before anybody is to blame. */
const PATIENCE_SECONDS = 60;

const TYPES = [
  ...(['storageclass-absent', 'default-storageclass-absent'] as const),
  ...(['provisioner-silent', 'csi-identity-refused'] as const),
] as const;

/** Set by the controller when it leaves a claim to a driver: with WaitForFirstConsumer, once its pod has a node. */
const PROVISIONER = [
  'volume.kubernetes.io/storage-provisioner',
  'volume.beta.kubernetes.io/storage-provisioner',
];
const SELECTED_NODE = 'volume.kubernetes.io/selected-node';

/** Why the claims of a component's pods have no volume. A claim that no pod waits for is nobody's. */
export const claims: FindingRule = {
  name: 'storage/claims',
  look: (context) =>
    context.fleet.components
      .filter(({ role, ref }) => role !== 'config-reloader' && ref.container === null)
      .flatMap((component) => look(context, component)),
};

function look(context: FindingContext, component: Component): Finding[] {
  const cluster = context.clusterOf(component);
  if (!waits(context, component)) return [];
  if (!cluster.claims.seen) {
    const { reason } = cluster.claims;
    return TYPES.map((type) => unknown(type, component.ref, reason));
  }
  const { source } = cluster.claims;
  const pending = claimsOf(cluster, component).filter(({ phase }) => phase === 'Pending');
  const findings = pending.flatMap((claim) => findingOf(context, component, claim, source) ?? []);
  const found = new Map(findings.map((finding) => [finding.type, finding]));
  // Events tell early what only time tells without them.
  const { events } = cluster;
  const isUntold = pending.length > 0 && findings.length === 0 && !events.seen;
  return TYPES.map(
    (type) =>
      found.get(type) ??
      (isUntold && !events.seen ? unknown(type, component.ref, events.reason) : absent(type, component.ref)),
  );
}

/** A pod that mounts a claim and was not started. */
const waits = (context: FindingContext, component: Component): boolean =>
  context
    .pods(component)
    .some(
      (pod) =>
        pod.phase === 'Pending' &&
        !pod.meta.deletingSince &&
        pod.spec.volumes.some(({ claim }) => claim !== null),
    );

function findingOf(
  context: FindingContext,
  component: Component,
  claim: Claim,
  source: Source,
): Finding | null {
  const { name, annotations, createdAt } = claim.meta;
  const { storageClass } = claim;
  const age = ageSeconds(context, createdAt) ?? 0;
  const events = eventsOf(context, component, claim);
  const result = (type: FindingType, words: string, facts: Finding['facts'] = {}): Finding =>
    present(type, component.ref, {
      evidence: [
        quote(source, `PersistentVolumeClaim ${name}: Pending, storageClassName ${storageClass ?? '–'}`),
        ...events
          .slice(0, 2)
          .map(({ event, source: from }) => quote(from, `${event.reason}: ${event.message}`)),
      ],
      since: createdAt,
      facts: { claim: name, storageClass: storageClass ?? '', words, ...facts },
    });
  const said = (type: FindingType) =>
    events.find(({ event }) => context.scan(event.message).some((hit) => hit.type === type))?.event.message;

  const refused = said('csi-identity-refused');
  if (refused !== undefined) return result('csi-identity-refused', refused);
  if (storageClass === null)
    return age > PATIENCE_SECONDS || said('default-storageclass-absent') !== undefined
      ? result('default-storageclass-absent', said('default-storageclass-absent') ?? '')
      : null;
  const missing = said('storageclass-absent');
  if (missing !== undefined || isAbsent(context, component, storageClass))
    return result('storageclass-absent', missing ?? '');
  const unregistered = said('provisioner-silent');
  const driver = PROVISIONER.map((key) => annotations[key]).find((value) => value !== undefined);
  if (driver === undefined) return null;
  // A driver that answers says so: that it begins, or why it cannot.
  const answers = events.some(({ event }) => ['Provisioning', 'ProvisioningFailed'].includes(event.reason));
  const asked = lastChangeOf(claim.meta, ['metadata', 'annotations'])?.at ?? createdAt;
  const isOverdue = !answers && (ageSeconds(context, asked) ?? 0) > PATIENCE_SECONDS;
  return isOverdue || (answers && unregistered !== undefined && annotations[SELECTED_NODE] !== undefined)
    ? result('provisioner-silent', unregistered ?? '', { driver })
    : null;
}

/** Whether the list of classes, where it was asked for and seen, lacks this one. */
function isAbsent(context: FindingContext, component: Component, name: string): boolean {
  const [classes] = context.clusterOf(component).storageClasses.values();
  return name !== '' && classes?.seen === true && !classes.value.some(({ meta }) => meta.name === name);
}

/** What was said of a claim, the newest first: warnings, and where they were asked for all events. */
function eventsOf(
  context: FindingContext,
  component: Component,
  claim: Claim,
): { event: KubernetesEvent; source: Source }[] {
  const cluster = context.clusterOf(component);
  const all = cluster.namespaceEvents.get(claim.meta.namespace ?? '');
  return [cluster.events, ...(all ? [all] : [])]
    .flatMap((list) => seenOr(list, []).map((event) => ({ event, source: list.source })))
    .filter(
      ({ event: { object } }) =>
        object.kind === 'PersistentVolumeClaim' &&
        object.name === claim.meta.name &&
        object.namespace === claim.meta.namespace,
    )
    .sort((a, b) => ((a.event.lastAt ?? '') < (b.event.lastAt ?? '') ? 1 : -1));
}
