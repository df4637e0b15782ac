import { type Hashring, readHashrings } from '../../evidence/thanos.ts';
import { flagValue } from '../../fleet/flags.ts';
import type { Component } from '../../fleet/fleet.ts';
import type { FindingContext, FindingRule } from '../context.ts';
import { absent, type Finding, present, quote, unknown } from '../finding.ts';
import { note } from '../notes.ts';
import { lastSaid } from '../shared/said.ts';
import { hashringFile } from './hashring.ts';

const RECENT_SECONDS = 5 * 60;
/** Defaults of Receive. Source: thanos cmd/thanos/receive.go, pkg/tenancy. */
const TENANT_HEADER = 'THANOS-TENANT';
const DEFAULT_TENANT = 'default-tenant';

/** Whether some hashring takes each tenant that writes. */
export const tenants: FindingRule = {
  name: 'receive/tenants',
  look: (context) => context.index.byRole('receive').flatMap((component) => look(context, component)),
};

function look(context: FindingContext, component: Component): Finding[] {
  const file = hashringFile(context, component);
  if (file === null) return [];
  const configMap = file === 'blind' ? '' : file.configMap;
  const said = lastSaid(context, component, 'tenant-without-hashring', RECENT_SECONDS);
  if (said) {
    const facts = { tenant: said.line.fields.tenant ?? '–', configMap };
    const evidence = [quote(said.source, said.line.raw)];
    return [present('tenant-without-hashring', component.ref, { evidence, since: said.line.at, facts })];
  }
  if (file === 'blind') return [unknown('tenant-without-hashring', component.ref, 'not-installed')];
  const rings = readHashrings(file.content) ?? [];
  if (rings.length === 0) return [];
  const closed = isClosed(rings) ? writers(context, component) : [];
  const lost = closed.find(({ tenant }) => !rings.some((ring) => ring.tenants.includes(tenant)));
  if (!lost) return [absent('tenant-without-hashring', component.ref)];
  const names = rings.flatMap((ring) => ring.tenants).slice(0, 20);
  return [
    present('tenant-without-hashring', component.ref, {
      evidence: [
        quote(file.source, note('ring-tenants', { file: file.name, tenants: names.join(', ') })),
        quote(lost.source, note('writer-tenant', { writer: lost.writer, tenant: lost.tenant })),
      ],
      change: file.change,
      since: file.change?.at ?? null,
      facts: { tenant: lost.tenant, configMap },
    }),
  ];
}

/** Whether only tenants that are named exactly are taken: patterns are Receive's to match. */
const isClosed = (rings: readonly Hashring[]): boolean =>
  rings.every(({ tenants: named, matcher }) => named.length > 0 && matcher === 'exact');

/** Tenants of the writers that send to this Receive, as their configurations say. */
function writers(context: FindingContext, component: Component) {
  const { args } = component;
  // Taken from certificates or labels, a tenant stands in no configuration that is seen here.
  if (args.some((word) => /^--receive\.(?:tenant-certificate-field|split-tenant-label-name)/.test(word)))
    return [];
  const header = (flagValue(args, '--receive.tenant-header') ?? TENANT_HEADER).toLowerCase();
  const otherwise = flagValue(args, '--receive.default-tenant-id') ?? DEFAULT_TENANT;
  return context.index.linksTo(component.key, 'remote-write').flatMap((link) => {
    const writer = context.index.component(link.from);
    const config = writer && context.prometheusConfig(writer);
    const queue = config?.config.remoteWrite.find(({ url }) => url === link.address?.url);
    return writer && config && queue
      ? [{ writer: writer.ref.name, tenant: queue.headers[header] ?? otherwise, source: config.source }]
      : [];
  });
}
