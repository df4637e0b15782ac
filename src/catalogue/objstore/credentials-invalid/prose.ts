import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Object store refuses the credentials',
    summary: 'The object store refuses the credentials in {config}, which {clients} use.',
    meaning: 'The key is not known to the object store, or the signature made with it does not fit.',
    impact:
      'Nothing is uploaded, compacted or read from the store. Receive keeps blocks on its disk, which fills up; older data cannot be queried.',
    prevention:
      'Use workload identity instead of keys where the store has it; rotate keys with an overlap; alert on failed bucket operations.',
    steps: {
      'see-keys':
        'Compare the access key that the configuration names with the one that the store knows. The command shows keys of the Secret only: read the value in the vault, and paste it nowhere',
      'set-keys': 'Apply the right credentials over the old ones; do not delete the Secret first',
      'restart-clients': 'Restart its clients: they read the configuration once, at the start',
      identity: 'Move to workload identity (IRSA, Workload Identity), or rotate keys with an overlap',
      'no-failures': 'The logs of the clients show successful syncs and uploads, and no refusals',
    },
  },
  ko: {
    title: '오브젝트 스토리지 인증 실패',
    summary: '오브젝트 스토리지가 {config} 인증 정보를 거부합니다. 사용하는 컴포넌트: {clients}',
    meaning: '오브젝트 스토리지가 모르는 키이거나 서명이 맞지 않는 상태입니다.',
    impact:
      '업로드, 컴팩션, 조회가 모두 멈춥니다. Receive 디스크에 블록이 쌓이고, 오래된 데이터를 조회할 수 없습니다.',
    prevention:
      '가능하면 키 대신 워크로드 아이덴티티를 쓰고, 키는 겹치는 기간을 두고 교체하며, 버킷 작업 실패 알람을 설정합니다.',
    steps: {
      'see-keys':
        '설정의 액세스 키와 스토리지에 등록된 키 비교 (명령은 Secret의 키 목록만 표시, 값은 시크릿 저장소에서 확인하고 다른 곳에 붙여넣지 않음)',
      'set-keys': '올바른 인증 정보를 덮어쓰기로 적용 (Secret을 먼저 삭제하지 않음)',
      'restart-clients': '사용하는 컴포넌트 재시작 (설정은 시작할 때 한 번만 읽음)',
      identity: '워크로드 아이덴티티(IRSA, Workload Identity) 전환 또는 겹치는 기간을 둔 키 교체',
      'no-failures': '로그에서 동기화와 업로드 성공, 거부 없음 확인',
    },
  },
});
