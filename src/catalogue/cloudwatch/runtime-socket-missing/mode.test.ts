import { describeTexts } from '../../texts.testing.ts';

describeTexts('cloudwatch/runtime-socket-missing', {
  says: [
    '2026-11-21T10:00:00Z W! No pod metric collected, metrics count is still 7 is containerd socket mounted? https://github.com/aws/amazon-cloudwatch-agent/issues/188',
    'Failed to create existing container: unable to create containerd client: containerd: cannot unix dial containerd api service: dial unix /run/containerd/containerd.sock: connect: no such file or directory',
    'Warning  FailedMount  kubelet  MountVolume.SetUp failed for volume "containerdsock" : hostPath type check failed: /run/containerd/containerd.sock is not a socket file',
  ],
  not: {
    'I1121 10:00:00.1 1 factory.go:219] Registration of the crio container factory failed: Get "http://%2Fvar%2Frun%2Fcrio%2Fcrio.sock/info": dial unix /var/run/crio/crio.sock: connect: no such file or directory':
      null,
  },
});
