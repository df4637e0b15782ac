import { MedicError } from '../errors.ts';
import { deploy } from '../usecases/deploy/deploy.ts';
import { openFleetFile } from '../usecases/fleet-file.ts';
import type { Kubectl } from './kubectl.ts';
import type { ClusterLayout, LabLayout } from './layout.ts';
import { applyObjects, s3Keys, waitUntilReady } from './pipeline/apply.ts';
import type { LabNames } from './pipeline/names.ts';
import { emptyClusterObjects, monitorObjects } from './pipeline/rendered/clusters.ts';
import { fleetFileOf, writeFleetFile } from './pipeline/rendered/fleet-file.ts';
import type { Progress } from './progress.ts';

const DEPLOY_TIMEOUT_MS = 300_000;

/** Brings clusters to what a user's are before a pipeline is deployed, and writes their `fleet.yaml`. */
export async function prepareForDeploy(
  kubectl: Kubectl,
  lab: LabLayout,
  names: LabNames,
  { sizedVolumes }: { sizedVolumes: boolean },
  progress: Progress,
): Promise<void> {
  progress.step('lab.up.under');
  const keys = s3Keys(lab.clusters[0] as ClusterLayout);
  for (const cluster of lab.clusters) {
    await applyObjects(kubectl, cluster, emptyClusterObjects(lab, cluster, names, keys));
  }
  writeFleetFile(lab, names, keys, sizedVolumes);
  await waitUntilReady(kubectl, lab, progress);
  progress.done();
}

/** Deploys as `medic deploy` does, and lets the application be scraped. */
export async function deployRendered(
  kubectl: Kubectl,
  lab: LabLayout,
  names: LabNames,
  progress: Progress,
): Promise<void> {
  const { settings } = openFleetFile(fleetFileOf(lab));
  if (settings === null) throw new Error(`the lab wrote a fleet.yaml that is not valid: ${fleetFileOf(lab)}`);
  const deployed = await deploy(
    settings,
    {
      fleetFile: fleetFileOf(lab),
      kubeconfig: lab.kubeconfig,
      dryRun: false,
      prune: false,
      timeoutMs: DEPLOY_TIMEOUT_MS,
      engine: 'lab',
      onPlans: () => {},
    },
    progress,
  );
  if (deployed.outcome !== 'deployed') {
    const what = deployed.outcome === 'stopped' ? deployed.stop.detail : deployed.outcome;
    throw new MedicError('lab/not-ready', { what, log: `medic deploy -f ${fleetFileOf(lab)}` });
  }
  for (const cluster of lab.clusters) await applyObjects(kubectl, cluster, monitorObjects(cluster, names));
}
