import { changes, describeChanged } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';
import { condition, container, event, PENDING, podWith } from '../pending.testing.ts';

describeTexts('workload/probe-failing', {
  says: [
    '  Warning  Unhealthy  2s (x21 over 3m)  kubelet  Readiness probe failed: HTTP probe failed with statuscode: 404',
    'Readiness probe failed: Get "http://10.244.0.7:9090/-/ready": dial tcp 10.244.0.7:9090: connect: connection refused',
    'Liveness probe failed: Get "http://10.244.0.7:10902/-/healthy": context deadline exceeded (Client.Timeout exceeded while awaiting headers)',
    'Startup probe failed: HTTP probe failed with statuscode: 503',
    '  Normal  Killing  kubelet  Container prometheus failed liveness probe, will be restarted',
    'I1121 07:11:22.022 1 prober.go:120] "Probe failed" probeType="Readiness" pod="monitoring/thanos-query-0" podUID="x" containerName="query" probeResult="failure" output="HTTP probe failed with statuscode: 503"',
    '{"type":"Warning","reason":"Unhealthy","message":"Readiness probe failed: dial tcp 10.1.2.3:3000: i/o timeout"}',
  ],
  not: {
    'level=info msg="changing probe status" status=ready': null,
    'level=warn msg="changing probe status" status=not-ready reason="hashring has changed; server is not ready"':
      null,
    // A process that was killed does not answer its probe either.
    'Reason: OOMKilled\nReadiness probe failed: connect: connection refused': 'workload/oom-killed',
    'Readiness:  http-get http://:web/-/ready delay=0s timeout=3s period=5s #success=1 #failure=3': null,
  },
});

describeChanged('workload/probe-failing', {
  from: PENDING.from,
  change: changes(
    podWith({
      phase: 'Running',
      containerStatuses: container({ running: { startedAt: PENDING.earlier } }),
      conditions: [condition('Ready', 'False'), condition('PodScheduled', 'True')],
    }),
    event('Pod', PENDING.pod, 'Unhealthy', 'Readiness probe failed: HTTP probe failed with statuscode: 404'),
  ),
  at: { role: 'agent', name: PENDING.name },
  hidden: /^\/api\/v1\/pods\?/,
});
