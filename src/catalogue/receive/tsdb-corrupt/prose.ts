import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Data on the local disk is damaged',
    summary: '{kind} {name} finds damaged data on its disk: {words}',
    meaning:
      'A block, a chunk of the head or the WAL of a tenant cannot be read. After a hard stop or a disk error the end of a file is missing; TSDB repairs the WAL by cutting it off at the damage.',
    impact:
      'What stood after the damage in the WAL is lost on this replica; a damaged block is neither queried nor uploaded. Other replicas still have the samples.',
    prevention:
      'Replication of three on different nodes, disks that do not lose writes, and time enough to end (terminationGracePeriodSeconds).',
    steps: {
      'find-damage':
        'Find the tenant and the file that is named: a WAL segment, a file of chunks_head, or a block',
      'look-at-disk':
        'Look for I/O errors, a full disk or a hard stop just before: a disk that goes on losing data must be replaced first',
      'set-aside':
        'If it does not start: stop this replica, keep a copy of its volume, and move only the named file or block out of the data folder. The WAL is repaired by Receive itself; delete nothing',
      replicate: 'Replication factor 3, so that two others have what this one lost',
      'graceful-end': 'Give it time to flush when it ends, and a disk with working fsync',
    },
  },
  ko: {
    title: '로컬 데이터 손상',
    summary: '{kind} {name}: 로컬 데이터 손상 발견. {words}',
    meaning:
      '테넌트의 블록, 헤드 청크 또는 WAL을 읽을 수 없는 상태입니다. 강제 종료나 디스크 오류 뒤에 파일 끝이 없어진 경우가 많고, TSDB는 손상된 지점에서 WAL을 잘라 복구합니다.',
    impact:
      'WAL에서 손상 지점 이후의 데이터는 이 레플리카에서 사라집니다. 손상된 블록은 조회도 업로드도 되지 않습니다. 다른 레플리카에는 샘플이 남아 있습니다.',
    prevention:
      '서로 다른 노드에 3중 복제하고, 쓰기를 잃지 않는 디스크를 쓰고, 종료 시간(terminationGracePeriodSeconds)을 충분히 둡니다.',
    steps: {
      'find-damage': '로그에 나온 테넌트와 파일 확인: WAL 세그먼트, chunks_head 파일, 또는 블록',
      'look-at-disk':
        '직전의 I/O 오류, 디스크 가득 참, 강제 종료 확인. 계속 데이터를 잃는 디스크는 먼저 교체',
      'set-aside':
        '시작하지 못하면 해당 레플리카를 멈추고 볼륨을 복사해 둔 뒤, 로그에 나온 파일이나 블록만 데이터 디렉터리 밖으로 옮김. WAL은 Receive가 직접 복구하므로 아무것도 삭제하지 않음',
      replicate: '복제 계수 3으로 설정해 잃은 데이터가 다른 두 레플리카에 남게 함',
      'graceful-end': '종료할 때 플러시할 시간을 주고, fsync가 보장되는 디스크 사용',
    },
  },
});
