import { describeChanged, logOf } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('storage/io-error', {
  says: [
    'level=error caller=db.go:745 component=tsdb msg="compaction failed" err="reload blocks: read /prometheus/01J/index: input/output error"',
    'time=2026-11-21T07:11:22.022Z level=ERROR source=scrape.go:1392 msg="Scrape commit failed" err="write to WAL: log samples: write /prometheus/wal/00000044: read-only file system"',
    '{"level":"error","msg":"Opening storage failed","err":"open /data/wal/00000001: read-only file system"}',
    'mkdir /prometheus/01J2.tmp-for-creation-db-dir: read-only file system',
    '[12345.678] EXT4-fs (nvme1n1): Remounting filesystem read-only',
    'kernel: blk_update_request: I/O error, dev sdb, sector 12345678 op 0x1:(WRITE)',
    'XFS (sdc): log I/O error -5',
    'open /data/meta.json: stale NFS file handle',
    'EXT4-fs error (device sdb): ext4_journal_check_start:83: Detected aborted journal',
    'Buffer I/O error on dev dm-3, logical block 0, lost sync page write',
  ],
  not: {
    'dial tcp 10.0.0.1:19291: i/o timeout': 'network/firewall-blocked',
    'mkdir: cannot create directory /data: Read-only file system': null,
    'write to WAL: no space left on device': 'storage/disk-full',
    'OCI runtime create failed: error mounting "/var/lib/kubelet/pods/x" to rootfs at "/data/wal": read-only file system: unknown':
      null,
    'ReadonlyFilesystem   False   FilesystemIsNotReadOnly   Filesystem is not read-only': null,
  },
});

const LINE =
  'time=2026-11-21T08:53:00.000Z level=ERROR source=scrape.go:1392 msg="Scrape commit failed" component="scrape manager" err="write to WAL: log samples: write /prometheus/wal/00000004: input/output error"';

describeChanged('storage/io-error', {
  from: 'agent-config-invalid',
  change: logOf(/pods\/vokmu-gunorjin-5f7d96f66f/, LINE, LINE),
  at: { role: 'agent', name: 'vokmu-gunorjin' },
  hidden: /\/log\?/,
});
