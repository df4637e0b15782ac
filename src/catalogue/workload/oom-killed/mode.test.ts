import { changes, describeChanged, logOf } from '../../changed.testing.ts';
import { describeMode } from '../../recorded.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeMode('workload/oom-killed', { sick: ['receive-oom-killed'], hidden: /\/api\/v1\/pods\?/ });

describeTexts('workload/oom-killed', {
  says: [
    'thanos-receive-0   0/1     OOMKilled    3',
    '      Reason:       OOMKilled',
    '"reason": "OOMKilled",',
    'Memory cgroup out of memory: Killed process 41234 (thanos) total-vm:9123456kB, anon-rss:8388608kB',
    '[12345.678] oom-kill:constraint=CONSTRAINT_MEMCG,nodemask=(null),cpuset=x,task=prometheus,pid=4242,uid=65534',
    'prometheus invoked oom-killer: gfp_mask=0xcc0(GFP_KERNEL), order=0, oom_score_adj=986',
    'Warning  SystemOOM  kubelet  System OOM encountered, victim process: prometheus, pid: 4242',
    'fatal error: runtime: out of memory',
    'mmap: cannot allocate memory',
    'kube_pod_container_status_last_terminated_reason{container="receive",reason="OOMKilled"} 1',
    'State: Waiting  Reason: CrashLoopBackOff\nLast State: Terminated  Reason: OOMKilled  Exit Code: 137',
  ],
  not: {
    'kube_pod_container_status_last_terminated_reason{container="receive",reason="OOMKilled"} 0': null,
    '"OOMKilled": false,': null,
    'node_vmstat_oom_kill 0': null,
    'level=info msg="GOMEMLIMIT is updated" GOMEMLIMIT=1932735283': null,
    'Warning  BackOff  kubelet  Back-off restarting failed container receive in pod thanos-receive-0': null,
  },
});

// The kill is the recording's own; what the process said before it is changed.
describeChanged('workload/oom-killed', {
  from: 'receive-oom-killed',
  change: changes(
    logOf(
      /previous=true/,
      'ts=2026-11-21T10:45:00Z level=info component=receive msg="Replaying WAL, this may take a while"',
      'ts=2026-11-21T10:45:01Z level=info component=receive msg="WAL segment loaded" segment=3 maxSegment=9',
    ),
  ),
  at: { role: 'receive', variant: 'wal-replay' },
  hidden: /^\/api\/v1\/pods\?/,
});
