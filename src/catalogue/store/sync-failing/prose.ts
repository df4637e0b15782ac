import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Store cannot synchronise block metadata',
    summary: '{kind} {name} cannot read the list of blocks: {words}',
    meaning:
      'A Store reads the metadata of all blocks at its start and every few minutes. When that fails, the object store refuses it or is not reached.',
    impact:
      'A running Store serves the blocks that it knows and no newer ones; one that starts ends after some minutes.',
    prevention:
      'Watch thanos_blocks_meta_sync_failures_total, and give each client of the bucket what it needs and no more.',
    steps: {
      'see-error': 'See what the object store answers: refused, not found, not reached, too many requests',
      'see-others':
        'See whether Receive and Compactor fail as well: then the cause is the bucket, its credentials or the way to it',
      'watch-sync':
        'Alert on thanos_blocks_meta_sync_failures_total and on the age of the newest block that is loaded',
      synced: 'The log shows "successfully synchronized block metadata"',
    },
  },
  ko: {
    title: 'Store 블록 메타데이터 동기화 실패',
    summary: '{kind} {name}: 블록 목록을 읽지 못합니다. {words}',
    meaning:
      'Store는 시작할 때와 몇 분마다 모든 블록의 메타데이터를 읽습니다. 실패하면 오브젝트 스토리지가 거부했거나 연결되지 않는 것입니다.',
    impact:
      '실행 중인 Store는 이미 아는 블록만 제공하고 새 블록은 제공하지 못합니다. 새로 시작한 Store는 몇 분 뒤 종료됩니다.',
    prevention:
      'thanos_blocks_meta_sync_failures_total을 감시하고, 버킷을 쓰는 컴포넌트마다 필요한 권한만 부여합니다.',
    steps: {
      'see-error': '오브젝트 스토리지의 응답 확인: 거부, 없음, 연결 실패, 요청 과다',
      'see-others': 'Receive와 Compactor도 실패하는지 확인. 함께 실패하면 버킷, 인증 정보 또는 경로가 원인',
      'watch-sync': 'thanos_blocks_meta_sync_failures_total과 가장 최근에 로드한 블록의 나이에 알림 설정',
      synced: '로그에 "successfully synchronized block metadata" 확인',
    },
  },
});
