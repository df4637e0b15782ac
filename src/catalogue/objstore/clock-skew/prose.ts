import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Clock differs from the object store',
    summary: 'The object store refuses the time of the requests that {clients} sign.',
    meaning:
      'Requests are signed with the time of the node. Where it differs from the time of the server by more than the allowed minutes (15 with S3), every request is refused.',
    impact:
      'Nothing is uploaded, compacted or read from this node. Samples of the node carry wrong times, too.',
    prevention:
      'Synchronise the time of all nodes and alert on it (node_timex_sync_status, node_timex_offset_seconds).',
    steps: {
      'compare-clocks': 'Compare the time of the client with a clock that is right',
      'set-clock':
        'Repair time synchronisation on the node of the client, or on the server of the object store (chronyc tracking, chronyc makestep)',
      'time-sync':
        'Run chrony or systemd-timesyncd on all nodes, with sources that are reached, and alert when it is not synchronised',
      'no-failures': 'The logs of the clients show successful syncs and uploads, and no refusals',
    },
  },
  ko: {
    title: '오브젝트 스토리지와 시각 불일치',
    summary: '오브젝트 스토리지가 요청 시각을 거부합니다. 사용하는 컴포넌트: {clients}',
    meaning:
      '요청은 노드 시각으로 서명됩니다. 서버 시각과 허용 범위(S3는 15분)보다 차이가 크면 모든 요청이 거부됩니다.',
    impact: '이 노드의 업로드, 컴팩션, 조회가 멈춥니다. 노드에서 수집하는 샘플의 시각도 틀립니다.',
    prevention:
      '모든 노드의 시각을 동기화하고 알람을 설정합니다(node_timex_sync_status, node_timex_offset_seconds).',
    steps: {
      'compare-clocks': '컴포넌트의 시각과 정확한 시각 비교',
      'set-clock':
        '컴포넌트가 실행되는 노드 또는 오브젝트 스토리지 서버의 시각 동기화 복구 (chronyc tracking, chronyc makestep)',
      'time-sync': '모든 노드에 chrony 또는 systemd-timesyncd 적용, 동기화 실패 알람 설정',
      'no-failures': '로그에서 동기화와 업로드 성공, 거부 없음 확인',
    },
  },
});
