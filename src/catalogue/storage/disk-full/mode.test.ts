import type { Json } from '../../../evidence/transport.ts';
import { answerTo, changes, describeChanged, logOf } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('storage/disk-full', {
  says: [
    'level=error ts=2026-11-21T07:11:22.022Z caller=scrape.go:1351 component="scrape manager" msg="Scrape commit failed" err="write to WAL: log samples: write /prometheus/wal/00000123: no space left on device"',
    'time=2026-11-21T07:11:22.022Z level=ERROR source=db.go:1011 msg="compaction failed" component=tsdb err="compact head: persist head block: mkdir /prometheus/01J.tmp-for-creation-db-dir: no space left on device"',
    '{"level":"error","caller":"receive.go:88","err":"store locally for endpoint: commit samples: write to WAL: no space left on device"}',
    'FATAL:  could not write lock file "postmaster.pid": No space left on device',
    'Storage backend has reached its minimum free drive threshold. Please delete a few objects to proceed.',
    '/dev/nvme1n1     50G   50G     0 100% /prometheus',
    'Warning  Evicted  3s  kubelet  Usage of EmptyDir volume "data" exceeds the limit "10Gi".',
    'alertname=KubePersistentVolumeFillingUp namespace=monitoring persistentvolumeclaim=data-thanos-receive-0',
    'The PersistentVolume claimed by data-0 in Namespace monitoring is expected to fill up within four days. Currently 9.1% is available.',
    'write /prometheus/chunks_head/000012: disk quota exceeded',
  ],
  not: {
    'Failed to watch file: inotify_add_watch /etc/prometheus: no space left on device': null,
    'write /data/wal/00000012: input/output error': 'storage/io-error',
    '/dev/loop3       64M   64M     0 100% /snap/core20/1828': null,
    'persistentvolumeclaims "data-0" is forbidden: only dynamically provisioned pvc can be resized and the storageclass that provisions the pvc must support resize':
      'storage/expansion-not-allowed',
    '/dev/nvme1n1     50G   20G   30G  40% /prometheus': null,
  },
});

const LINE =
  'time=2026-11-21T08:53:00.000Z level=ERROR source=scrape.go:1392 msg="Scrape commit failed" component="scrape manager" err="write to WAL: log samples: write /prometheus/wal/00000004: no space left on device"';

// An agent whose last lines are others than they were.
describeChanged('storage/disk-full', {
  from: 'agent-config-invalid',
  change: logOf(/pods\/vokmu-gunorjin-5f7d96f66f/, LINE, LINE),
  at: { role: 'agent', name: 'vokmu-gunorjin', variant: 'full' },
  hidden: /\/log\?/,
});

const figure = (name: string, value: string): Json => ({
  metric: {
    ...{ __name__: name, cluster: 'cluster-01', namespace: 'monitoring' },
    persistentvolumeclaim: 'data-seaweedfs-0',
  },
  value: [1795164801, value],
});
const vector = (...result: Json[]): Json => ({ status: 'success', data: { resultType: 'vector', result } });

// What the kubelet of the hub measured, had anybody stored it.
describeChanged('storage/disk-full', {
  from: 'healthy',
  change: changes(
    answerTo(
      'cluster-01',
      /query=%7B__name__%3D~%22kubelet_volume_stats/,
      vector(
        figure('kubelet_volume_stats_available_bytes', '300000000'),
        figure('kubelet_volume_stats_capacity_bytes', '1000000000'),
      ),
    ),
    answerTo('cluster-01', /query=deriv/, vector(figure('', '-20000'))),
  ),
  at: { role: 'object-store', name: 'seaweedfs', variant: 'filling' },
  hidden: /kubelet_volume_stats|\/api\/v1\/pods\?/,
});
