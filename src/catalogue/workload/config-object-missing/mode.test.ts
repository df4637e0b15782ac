import { changes, describeChanged } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';
import { condition, container, event, PENDING, podWith } from '../pending.testing.ts';

describeTexts('workload/config-object-missing', {
  says: [
    '  Warning  FailedMount  4s (x5 over 12s)  kubelet  MountVolume.SetUp failed for volume "config" : configmap "prometheus-agent" not found',
    'MountVolume.SetUp failed for volume "objstore" : secret "thanos-objstore" not found',
    '  Warning  Failed  1s (x3 over 8s)  kubelet  Error: secret "thanos-objstore-config" not found',
    "Error: couldn't find key objstore.yml in Secret monitoring/thanos-objstore",
    "Error: couldn't find key url in ConfigMap monitoring/remote-write",
    'MountVolume.SetUp failed for volume "config-volume" : configmap references non-existent config key: prometheus.yaml',
    'MountVolume.SetUp failed for volume "certs" : references non-existent secret key: tls.crt',
    'E1121 07:11:22.022 1 pod_workers.go:1301] "Error syncing pod, skipping" err="failed to \\"StartContainer\\" for \\"agent\\" with CreateContainerConfigError: \\"configmap \\\\\\"x\\\\\\" not found\\"" pod="monitoring/agent-0"',
    'thanos-store-0   0/1   CreateContainerConfigError   0   3m',
    '"message": "secret \\"thanos-objstore-config\\" not found",',
    'Error from server (NotFound): secrets "thanos-objstore" not found',
    '[FIRING:1] PodConfigMissing (edge-1 monitoring)',
  ],
  not: {
    'Error: container has runAsNonRoot and image will run as root (pod: "x", container: CreateContainerConfigError)':
      null,
    'MountVolume.SetUp succeeded for volume "config"': null,
    'level=info msg="secret refreshed" name=thanos-objstore': null,
    '  Warning  FailedMount  kubelet  Unable to attach or mount volumes: timed out waiting for the condition':
      null,
    'Error: release: secrets "sh.helm.release.v1.thanos.v1" not found': null,
  },
});

const waiting = (reason: string, message: string) =>
  podWith({
    phase: 'Pending',
    containerStatuses: container({ waiting: { reason, message } }),
    conditions: [condition('Ready', 'False'), condition('PodScheduled', 'True')],
  });

describeChanged('workload/config-object-missing', {
  from: PENDING.from,
  change: changes(
    waiting('ContainerCreating', ''),
    event(
      'Pod',
      PENDING.pod,
      'FailedMount',
      'MountVolume.SetUp failed for volume "config" : configmap "vokmu-config" not found',
    ),
  ),
  at: { role: 'agent', name: PENDING.name },
  hidden: /^\/api\/v1\/(pods|events)\?/,
});

describeChanged('workload/config-object-missing', {
  from: PENDING.from,
  change: waiting('CreateContainerConfigError', 'secret "remote-write" not found'),
  at: { role: 'agent', name: PENDING.name },
  hidden: /^\/api\/v1\/pods\?/,
});
