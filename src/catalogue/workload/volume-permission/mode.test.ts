import { describeChanged, logOf } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

const LINE =
  'ts=2026-11-21T07:11:22.022Z level=error caller=main.go:1290 msg="opening storage failed" err="mkdir /prometheus/wal: permission denied"';

describeTexts('workload/volume-permission', {
  says: [
    LINE,
    'time=2026-11-21T07:11:22.022Z level=ERROR source=query_logger.go:114 msg="Error opening query log file" component=activeQueryTracker file=/prometheus/queries.active err="open /prometheus/queries.active: permission denied"',
    'panic: Unable to create mmap-ed active query log',
    'ts=2026-11-21T07:11:22Z caller=main.go:145 level=error err="mkdir /var/thanos/receive/default-tenant: permission denied\\nstart receive"',
    '{"level":"error","msg":"opening storage failed","err":"lock DB directory: open /prometheus/lock: permission denied"}',
    'level=error component=dispatcher msg="Unable to create data directory" err="mkdir data/: permission denied"',
    "mkdir: can't create directory '/var/lib/grafana/plugins': Permission denied",
    "mkdir: cannot create directory '/var/lib/grafana/plugins': Permission denied",
    "GF_PATHS_DATA='/var/lib/grafana' is not writable.",
    'ts=2026-11-21T07:11:22Z level=error err="creating compactor: open /data/meta-syncer/x: permission denied"',
    'chown: /data: Operation not permitted',
    'level=error err="removeat tenant-a/lock: permission denied\\nremove storage lock files\\nruntime.main\\n\\truntime/proc.go:290\\npreparing receive command failed"',
    'level=error msg="opening storage failed" err="repair corrupted WAL: truncate /prometheus/wal/00000007: permission denied"',
  ],
  not: {
    'level=error msg="collector failed" name=filesystem err="open /host/proc/1/mounts: permission denied"':
      null,
    'dial unix /run/containerd/containerd.sock: connect: permission denied': null,
    'listen tcp :80: bind: permission denied': null,
    'level=info msg="Completed loading of configuration file"': null,
    'git@example.com: Permission denied (publickey).': null,
  },
});

// An agent whose container keeps ending, as a refused configuration makes it, with another last line.
describeChanged('workload/volume-permission', {
  from: 'agent-config-invalid',
  change: logOf(/pods\/vokmu-gunorjin-5f7d96f66f/, LINE),
  at: { role: 'agent', name: 'vokmu-gunorjin' },
  hidden: /\/log\?/,
});
