import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Configuration of the object store is invalid',
    summary: 'The configuration in {config} is there and cannot be used; {clients} refuse it.',
    meaning:
      'The Secret or file exists, but it is empty, is no YAML, lacks a field, names an unknown type, or the flag names a key that it does not have.',
    impact: 'The parts that read it end at their start: no uploads, no compaction, no older data in queries.',
    prevention: 'Check the file with thanos tools bucket ls before it is rolled out.',
    steps: {
      'see-config':
        'Compare the name of its key with the path in --objstore.config-file; read type, bucket, endpoint and indentation in Git or the vault, as the command shows keys only',
      'set-config': 'Apply the right configuration over the old one; do not delete the Secret first',
      'restart-clients': 'Restart its clients: they read the configuration once, at the start',
      'check-config': 'Try the file in CI: thanos tools bucket ls --objstore.config-file=FILE',
      'no-failures': 'The logs of the clients show successful syncs and uploads, and no refusals',
    },
  },
  ko: {
    title: '오브젝트 스토리지 설정 오류',
    summary: '{config} 설정이 있지만 읽을 수 없어 시작하지 못합니다. 사용하는 컴포넌트: {clients}',
    meaning:
      'Secret이나 파일은 있지만 비어 있거나, YAML 형식이 아니거나, 필드가 빠졌거나, 지원하지 않는 type이거나, 플래그가 없는 키를 가리키는 상태입니다.',
    impact:
      '설정을 읽는 컴포넌트가 시작하자마자 종료됩니다. 업로드와 컴팩션이 멈추고 오래된 데이터를 조회할 수 없습니다.',
    prevention: '배포 전에 thanos tools bucket ls로 설정 파일을 확인합니다.',
    steps: {
      'see-config':
        '키 이름과 --objstore.config-file 경로 일치 여부 확인. type, bucket, endpoint, 들여쓰기는 Git이나 시크릿 저장소에서 확인 (명령은 키 목록만 표시)',
      'set-config': '올바른 설정을 덮어쓰기로 적용 (Secret을 먼저 삭제하지 않음)',
      'restart-clients': '사용하는 컴포넌트 재시작 (설정은 시작할 때 한 번만 읽음)',
      'check-config': 'CI에서 확인: thanos tools bucket ls --objstore.config-file=FILE',
      'no-failures': '로그에서 동기화와 업로드 성공, 거부 없음 확인',
    },
  },
});
