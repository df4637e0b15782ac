import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'SQLite database of Grafana locked',
    summary: 'Grafana {name} waits for the lock of its SQLite database: {words}',
    meaning:
      'SQLite takes one writer at a time and needs real file locks. Two Grafana pods share the volume (a rolling update, more than one replica), the volume is a network file system (NFS, EFS), or many alert rules write at once.',
    impact:
      'Logins, saving and alert evaluations fail now and then; at the start migrations or provisioning fail and the pod ends.',
    prevention: 'One replica with strategy Recreate on a block volume, or PostgreSQL or MySQL for more.',
    steps: {
      'see-pods': 'Count the pods that use the volume: two of them fight for one file',
      'see-volume': 'See what the volume is: file locks of NFS and EFS do not hold for SQLite',
      'one-pod': 'Leave one pod; the lock is free when the other has ended',
      wal: 'Switch on write-ahead logging (database.wal = true) on a block volume',
      postgres: 'Move to PostgreSQL or MySQL for more than one replica; migrate the data first',
      recreate: 'Set the strategy of the Deployment to Recreate',
      'no-locks': 'The log has no "database is locked" any more',
    },
  },
  ko: {
    title: 'Grafana SQLite 데이터베이스 잠김',
    summary: 'SQLite 잠금 때문에 Grafana가 데이터베이스에 쓰지 못합니다: {name} ({words})',
    meaning:
      'SQLite는 한 번에 하나만 쓸 수 있고 실제 파일 잠금이 필요합니다. 파드 두 개가 볼륨을 공유하거나(롤링 업데이트, 레플리카 2 이상), 네트워크 파일 시스템(NFS, EFS)을 쓰거나, 알람 룰이 한꺼번에 쓰는 경우입니다.',
    impact:
      '로그인, 저장, 알람 평가가 간헐적으로 실패합니다. 시작할 때는 마이그레이션이나 프로비저닝이 실패해 파드가 종료됩니다.',
    prevention:
      '블록 볼륨에서 레플리카 1개와 Recreate 전략을 쓰거나, 이중화가 필요하면 PostgreSQL 또는 MySQL을 사용합니다.',
    steps: {
      'see-pods': '볼륨을 쓰는 파드 수 확인 (둘이면 같은 파일을 두고 경합)',
      'see-volume': '볼륨 종류 확인 (NFS, EFS의 파일 잠금은 SQLite에 맞지 않음)',
      'one-pod': '파드를 하나만 남김 (다른 파드가 끝나면 잠금 해제)',
      wal: '블록 볼륨에서 write-ahead logging 사용 (database.wal = true)',
      postgres: '레플리카가 둘 이상이면 데이터를 옮긴 뒤 PostgreSQL 또는 MySQL로 전환',
      recreate: 'Deployment 전략을 Recreate로 설정',
      'no-locks': '로그에 "database is locked"가 더 없는지 확인',
    },
  },
});
