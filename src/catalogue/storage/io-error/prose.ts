import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Disk errors or read-only file system',
    summary: 'The disk under {kind} {name} fails: {words}',
    meaning:
      'Reads or writes of the data volume fail, or the kernel made the file system read-only after an error: a broken disk, a lost path to the storage, or a network file system whose server is gone.',
    impact:
      'WAL and blocks cannot be written or read: samples are refused or lost, and queries over that data fail.',
    prevention:
      'Keep replicas on different disks and nodes, no TSDB on network file systems, and watch the disks (SMART, node-problem-detector).',
    steps: {
      'see-node': 'Find the node, and whether the volume is mounted read-only ("ro")',
      'read-kernel':
        'Read the kernel log of that node (dmesg) and the state of the volume in the cloud or on the array',
      'move-away':
        'Take a snapshot of the volume first, if it can be read. Then cordon the node and let the pod start elsewhere with its volume, or on a new one where the other replicas have the data; check the file system before it is used again',
      replicate: 'Replicate over disks and nodes, and upload blocks early',
      'watch-disks': 'Watch disks with SMART or node-problem-detector and alert on read-only file systems',
    },
  },
  ko: {
    title: '디스크 I/O 오류 또는 읽기 전용 파일 시스템',
    summary: '디스크 오류가 발생하고 있습니다: {kind} {name}. 메시지: {words}',
    meaning:
      '데이터 볼륨의 읽기나 쓰기가 실패하거나, 오류 후 커널이 파일 시스템을 읽기 전용으로 바꾼 상태입니다. 디스크 고장, 스토리지 경로 단절, 네트워크 파일 시스템 서버 중단이 원인입니다.',
    impact: 'WAL과 블록을 읽거나 쓸 수 없어 샘플이 거부되거나 유실되고, 해당 데이터의 조회가 실패합니다.',
    prevention:
      '레플리카를 서로 다른 디스크와 노드에 두고, TSDB를 네트워크 파일 시스템에 두지 않으며, 디스크를 감시합니다(SMART, node-problem-detector).',
    steps: {
      'see-node': '노드와 볼륨의 읽기 전용("ro") 마운트 여부 확인',
      'read-kernel': '노드 커널 로그(dmesg)와 클라우드 또는 스토리지의 볼륨 상태 확인',
      'move-away':
        '읽을 수 있으면 먼저 스냅샷 생성. 노드를 cordon하고 파드를 다른 노드에서 같은 볼륨으로 시작하거나, 다른 레플리카에 데이터가 있으면 새 볼륨으로 시작. 다시 쓰기 전 파일 시스템 검사',
      replicate: '디스크와 노드에 걸친 복제 및 이른 블록 업로드',
      'watch-disks': 'SMART 또는 node-problem-detector로 디스크 감시, 읽기 전용 파일 시스템 알람 설정',
    },
  },
});
