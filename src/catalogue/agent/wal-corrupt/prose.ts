import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'WAL is damaged',
    summary: '{name} finds damage in its WAL: {words}',
    meaning:
      'Records of the write-ahead log cannot be read: a process or node ended in the middle of a write, the disk was full, or the volume is at fault.',
    impact:
      'At its start the process repairs the WAL by itself: the damaged segment is cut where the damage begins and later ones are dropped, with what was not sent yet. Where the repair or a checkpoint fails, it does not start, or the WAL grows.',
    prevention:
      'A volume with enough room, local or block storage instead of a network file system, and time to end (terminationGracePeriodSeconds).',
    steps: {
      'see-log': 'See whether the repair worked ("successfully repaired WAL") or keeps failing',
      'see-volume': 'See whether the volume is full or reports I/O errors: then that is the cause',
      'keep-damaged':
        'Where it does not start: stop it, and move the named segment and all later ones (segments must have no gap), or the named checkpoint, to another folder of the volume. Delete none of them',
      restart: 'Start it again; it repairs and replays. What an agent had not sent is lost with each restart',
      'sound-volume': 'Give it a volume of its own on sound block storage, with room to spare',
      'end-gently': 'Give it time to end, so that it is not killed in the middle of a write',
    },
  },
  ko: {
    title: 'WAL 손상',
    summary: '{name}: WAL 손상이 발견됐습니다. {words}',
    meaning:
      'WAL 레코드를 읽을 수 없는 상태입니다. 쓰는 도중 프로세스나 노드가 종료됐거나, 디스크가 가득 찼거나, 볼륨에 문제가 있습니다.',
    impact:
      '시작할 때 스스로 복구합니다. 손상된 세그먼트는 손상 지점에서 잘리고 이후 세그먼트는 버려져, 아직 보내지 못한 샘플은 유실됩니다. 복구나 체크포인트가 실패하면 시작되지 못하거나 WAL이 계속 커집니다.',
    prevention:
      '여유 있는 볼륨과 블록 스토리지를 쓰고(네트워크 파일 시스템 제외), 종료 유예 시간(terminationGracePeriodSeconds)을 충분히 둡니다.',
    steps: {
      'see-log': '복구 성공("successfully repaired WAL") 또는 반복 실패 여부 확인',
      'see-volume': '볼륨이 가득 찼거나 I/O 오류가 있는지 확인 (그렇다면 그쪽이 원인)',
      'keep-damaged':
        '시작되지 않으면 중지 후 로그에 나온 세그먼트와 그 이후 세그먼트 전부(번호가 이어져야 함) 또는 체크포인트를 볼륨의 다른 디렉터리로 이동. 삭제하지 않음',
      restart: '다시 시작 (복구와 재생 자동 수행). 에이전트가 보내지 못한 샘플은 재시작할 때 유실됨',
      'sound-volume': '여유 있는 전용 블록 스토리지 볼륨 사용',
      'end-gently': '쓰는 도중 강제 종료되지 않도록 종료 유예 시간 확보',
    },
  },
});
