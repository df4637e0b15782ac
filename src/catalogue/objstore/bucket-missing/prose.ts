import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Bucket does not exist',
    summary: 'The bucket that is named in {config} does not exist; {clients} use it.',
    meaning:
      'The object store answers that there is no such bucket: it was deleted, never made, or its name is written wrong.',
    impact:
      'Nothing is uploaded or compacted, and a Store that starts without its bucket ends at once. Older data cannot be queried.',
    prevention: 'Manage the bucket as code with deletion protection and versioning.',
    steps: {
      'see-name':
        'Compare the bucket that the configuration names with those that exist. The command shows keys only: read the value in Git or the vault',
      'make-bucket':
        'Correct the name; or make the bucket again, if it was never used or is restored from its versions',
      'restart-clients': 'Restart its clients: they read the configuration once, at the start',
      'protect-bucket': 'Protect the bucket against deletion, and manage it as code',
      'no-failures': 'The logs of the clients show successful syncs and uploads',
    },
  },
  ko: {
    title: '버킷 없음',
    summary: '{config} 설정의 버킷이 존재하지 않습니다. 사용하는 컴포넌트: {clients}',
    meaning:
      '오브젝트 스토리지가 해당 버킷이 없다고 답하는 상태입니다. 삭제됐거나, 만든 적이 없거나, 이름이 틀렸습니다.',
    impact:
      '업로드와 컴팩션이 멈추고, 버킷 없이 시작한 Store는 바로 종료됩니다. 오래된 데이터를 조회할 수 없습니다.',
    prevention: '버킷을 코드로 관리하고 삭제 보호와 버전 관리를 설정합니다.',
    steps: {
      'see-name':
        '설정의 버킷 이름과 실제 버킷 비교 (명령은 키 목록만 표시, 값은 Git이나 시크릿 저장소에서 확인)',
      'make-bucket': '이름 수정. 사용한 적이 없거나 버전에서 복구했다면 버킷 재생성',
      'restart-clients': '사용하는 컴포넌트 재시작 (설정은 시작할 때 한 번만 읽음)',
      'protect-bucket': '버킷 삭제 보호 설정 및 코드로 관리',
      'no-failures': '로그에서 동기화와 업로드 성공 확인',
    },
  },
});
