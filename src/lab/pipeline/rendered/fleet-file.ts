import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { FLEET_SCHEMA_ID, type FleetFile } from '../../../fleet/file/schema.ts';
import type { LabLayout } from '../../layout.ts';
import { objstoreConfig, type S3Keys } from '../hub.ts';
import type { LabNames } from '../names.ts';
import { underNames } from './names.ts';
import { slackUrl } from './slack.ts';

const CHANNEL = '#alerts';
const WATCHDOG = '#watchdog';

/** Where the lab's `fleet.yaml` lies. */
export const fleetFileOf = (lab: LabLayout): string => join(lab.stateDir, 'fleet.yaml');

/** Who may look and no more: the account is not made, whoever wants to look as it does makes it. */
export const viewer = (names: LabNames) => ({
  kind: 'ServiceAccount' as const,
  name: `${names.workloads.application}-viewer`,
  namespace: names.namespaces.application,
});

/** The lab as a user would describe it: the profile `lab`, and what is the cluster's own. */
export function labFleet(lab: LabLayout, names: LabNames, sizedVolumes: boolean): FleetFile {
  const secret = (name: string, key: string) => ({ name, key, file: `secrets/${name}` });
  return {
    schema: FLEET_SCHEMA_ID,
    name: lab.instance,
    profile: 'lab',
    namespace: names.namespaces.pipeline,
    registry: names.registry,
    // What Debian has of it.
    versions: { memcached: '1.6.18' },
    clusters: lab.clusters.map((cluster, index) => ({
      name: cluster.name,
      role: cluster.role,
      ...(sizedVolumes && { storageClass: underNames(names).sizedClass }),
      ...(names.clusters[index] && { labels: { ...names.clusters[index].externalLabels } }),
    })),
    objectStorage: { secret: secret(names.objects.objstore, names.objects.objstoreKey) },
    receive: { defaultTenant: names.tenant, replicaLabel: names.replicaLabel },
    query: { replicaLabels: [names.replicaLabel, 'prometheus_replica', 'thanos_ruler_replica'] },
    ingress: {
      controller: 'traefik',
      className: underNames(names).ingressClass,
      receiveHost: names.remoteWriteHost,
      port: names.ports.remoteWriteNodePort,
    },
    access: { view: [viewer(names)], dnsNamespace: names.namespaces.dns },
    alertmanager: {
      slack: {
        url: secret(underNames(names).slack, 'url'),
        routes: [{ severity: ['critical', 'warning'], channel: CHANNEL }],
        watchdog: WATCHDOG,
      },
    },
  };
}

/** Writes the fleet's file and, beside it, the files of its Secrets, readable by the owner alone. */
export function writeFleetFile(lab: LabLayout, names: LabNames, keys: S3Keys, sizedVolumes: boolean): string {
  const folder = join(lab.stateDir, 'secrets');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const write = (name: string, content: string) =>
    writeFileSync(join(folder, name), content, { mode: 0o600 });
  write(names.objects.objstore, objstoreConfig(names, keys));
  write(underNames(names).slack, slackUrl(names, keys.secret.slice(0, 24)));
  writeFileSync(fleetFileOf(lab), stringify(labFleet(lab, names, sizedVolumes)), { mode: 0o600 });
  return fleetFileOf(lab);
}
