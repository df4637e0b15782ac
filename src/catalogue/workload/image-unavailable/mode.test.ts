import { describeMode } from '../../recorded.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeMode('workload/image-unavailable', {
  sick: ['agent-image-unavailable'],
  hidden: /\/api\/v1\/pods\?/,
});

describeTexts('workload/image-unavailable', {
  says: [
    'prometheus-agent-0   0/2     ImagePullBackOff   0   3m',
    'prometheus-agent-0   0/2     Init:ErrImagePull   0   3m',
    'Failed to pull image "quay.io/thanos/thanos:v9": rpc error: code = NotFound desc = failed to pull and unpack image "quay.io/thanos/thanos:v9": failed to resolve reference "quay.io/thanos/thanos:v9": quay.io/thanos/thanos:v9: not found',
    'Back-off pulling image "registry.local/prometheus:3.9"',
    "Error response from daemon: pull access denied for thanos, repository does not exist or may require 'docker login'",
    'toomanyrequests: You have reached your unauthenticated pull rate limit. https://www.docker.com/increase-rate-limit',
    '"reason": "ErrImageNeverPull"',
    'E1121 07:11:22.022 1 pod_workers.go:1301] "Error syncing pod, skipping" err="failed to \\"StartContainer\\" for \\"agent\\" with ImagePullBackOff"',
  ],
  not: {
    'Successfully pulled image "quay.io/thanos/thanos:v0.42.4" in 2.1s': null,
    'Container image "quay.io/thanos/thanos:v0.42.4" already present on machine': null,
    'Warning  FailedToRetrieveImagePullSecret  Unable to retrieve some image pull secrets (regcred); attempting to pull the image may not succeed.':
      null,
  },
});
