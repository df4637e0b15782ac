import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Sidecar does not upload',
    summary: '{kind} {name}: the sidecar does not upload blocks: {words}',
    meaning:
      'A sidecar uploads the blocks of its Prometheus every 30 seconds. It refuses where Prometheus compacts them itself or has no external labels, and fails where a block is damaged, overlaps or cannot be read.',
    impact: 'The history in the bucket stops; it is lost when the retention of Prometheus is over.',
    prevention:
      'Blocks of two hours without compaction, unique external labels, and a retention long enough to mend a fault (several days).',
    steps: {
      'see-error': 'See which block fails and why; or what the sidecar refuses at its start',
      'see-flags':
        'Look at --storage.tsdb.min-block-duration and --storage.tsdb.max-block-duration (both 2h), the external labels, and the volume that both containers share',
      'blocks-of-two-hours':
        'Set both block durations to 2h (the operator does so by itself where an object store is set)',
      identity: 'External labels that are unique in the fleet',
      retention:
        'Keep the retention of Prometheus at several days, so that a fault can be mended before blocks are dropped',
      uploads: 'The log shows "upload new block" and no further error',
    },
  },
  ko: {
    title: '사이드카 업로드 실패',
    summary: '{kind} {name}: 사이드카가 블록을 업로드하지 못합니다. {words}',
    meaning:
      '사이드카는 30초마다 Prometheus 블록을 업로드합니다. Prometheus가 직접 컴팩션하거나 external label이 없으면 거부하고, 블록이 손상됐거나 겹치거나 읽을 수 없으면 실패합니다.',
    impact: '버킷의 과거 데이터가 멈추고, Prometheus 보존 기간이 지나면 사라집니다.',
    prevention:
      '컴팩션 없는 2시간 블록, 고유한 external label, 장애를 고칠 만큼 긴 보존 기간(며칠)을 유지합니다.',
    steps: {
      'see-error': '실패한 블록과 이유, 또는 시작할 때 거부한 내용 확인',
      'see-flags':
        '--storage.tsdb.min-block-duration과 --storage.tsdb.max-block-duration(둘 다 2h), external label, 두 컨테이너가 공유하는 볼륨 확인',
      'blocks-of-two-hours':
        '두 블록 길이를 2h로 설정 (오브젝트 스토리지를 지정하면 오퍼레이터가 자동으로 설정)',
      identity: '전체에서 고유한 external label 지정',
      retention: 'Prometheus 보존 기간을 며칠로 유지해 블록이 삭제되기 전에 고칠 수 있게 함',
      uploads: '로그에 "upload new block"이 있고 새 오류가 없음',
    },
  },
});
