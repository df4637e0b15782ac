import { inPart, type Noted, seen, untold } from './noted.ts';
import { replicasAndResources, secretVariable, storage } from './workload.ts';
import { onePart, type World } from './world.ts';

/** Grafana. */
export function grafanaSettings(world: World): Noted[] {
  const none = { path: ['grafana', 'enabled'], value: false };
  const { part, notes } = onePart(world, 'grafana', world.parts('grafana'), none);
  if (!part) return notes;
  const folder =
    part.container?.env.find(({ name }) => name === 'GF_PATHS_DATA')?.value ?? '/var/lib/grafana';
  const admin = secretVariable(part, 'GF_SECURITY_ADMIN_PASSWORD');
  const path = ['grafana', 'admin'];
  return [
    ...notes,
    seen(['grafana', 'enabled'], true, inPart(part, 'grafana')),
    ...replicasAndResources(part, ['grafana']),
    storage(part, ['grafana', 'storage'], folder),
    admin
      ? seen(path, admin, inPart(part, 'GF_SECURITY_ADMIN_PASSWORD'))
      : untold(path, 'not-visible', part.cluster.name, 'GF_SECURITY_ADMIN_PASSWORD'),
    // How medic itself reads it: nothing that runs tells.
    untold(['grafana', 'api'], 'not-visible', part.cluster.name),
  ];
}
