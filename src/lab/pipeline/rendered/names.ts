import type { LabNames } from '../names.ts';

/** Names of what lies under a rendered pipeline: they follow from the lab's own, so that a seed changes them. */
export const underNames = (names: LabNames) => ({
  ingressController: `${names.workloads.bucketJob}-ingress`,
  ingressClass: `${names.services.receive}-class`,
  /** Volumes as large as their claims ask for. */
  sizedClass: `${names.storageClass}-sized`,
  provisioner: `${names.storageClass}-provisioner`,
  slack: `${names.workloads.application}-slack`,
});

/** The lab's names where `medic deploy` makes the pipeline: what it renders has names of its own. */
export function renderedNames(names: LabNames): LabNames {
  const { pipeline, storage } = names.namespaces;
  return {
    ...names,
    // The store stands for something outside the clusters: it has a namespace of its own.
    namespaces: { ...names.namespaces, storage: storage === pipeline ? `${storage}-s3` : storage },
    services: { ...names.services, query: 'thanos-query' },
    // An application's port keeps the lab's name: it is not rendered.
    queryPort: 'http',
  };
}
