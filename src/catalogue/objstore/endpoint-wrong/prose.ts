import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Wrong endpoint of the object store',
    summary:
      'At the endpoint in {config} answers something else than the object store of the bucket; {clients} use it.',
    meaning:
      'The endpoint names another region, another scheme (HTTP where TLS is spoken, or the other way round) or another service than the S3 API, such as a console or a web page.',
    impact:
      'Nothing is uploaded, compacted or read. Store and Compactor end at their start; Receive keeps blocks on its disk.',
    prevention:
      'Write endpoint and region in one place for all parts, and try the configuration before it is rolled out.',
    steps: {
      'see-config':
        'Compare endpoint, region and insecure with the bucket: where it is, and what its server speaks. The command shows keys only: read the values in Git or the vault',
      'set-endpoint':
        'Correct it: host and port without scheme and path; insecure: true for plain HTTP only; the region of the bucket; the port of the S3 API, not of the console',
      'restart-clients': 'Restart its clients: they read the configuration once, at the start',
      'one-source': 'Generate the configuration of all clients from one source',
      'no-failures': 'The logs of the clients show successful syncs and uploads, and no refusals',
    },
  },
  ko: {
    title: '오브젝트 스토리지 엔드포인트 오류',
    summary:
      '{config} 엔드포인트에서 버킷의 오브젝트 스토리지가 아닌 다른 서비스가 응답합니다. 사용하는 컴포넌트: {clients}',
    meaning:
      '엔드포인트의 리전, 스킴(HTTP와 HTTPS), 서비스가 틀린 상태입니다. S3 API가 아니라 콘솔이나 웹 페이지가 응답하는 경우도 있습니다.',
    impact:
      '업로드, 컴팩션, 조회가 모두 멈춥니다. Store와 Compactor는 시작하자마자 종료되고, Receive 디스크에 블록이 쌓입니다.',
    prevention: '엔드포인트와 리전을 한 곳에서 관리하고, 배포 전에 설정을 확인합니다.',
    steps: {
      'see-config':
        'endpoint, region, insecure 값을 실제 버킷과 비교 (버킷 위치, 서버 프로토콜). 명령은 키 목록만 표시, 값은 Git이나 시크릿 저장소에서 확인',
      'set-endpoint':
        '수정: 스킴과 경로 없이 호스트와 포트만, 평문 HTTP일 때만 insecure: true, 버킷의 리전, 콘솔이 아닌 S3 API 포트',
      'restart-clients': '사용하는 컴포넌트 재시작 (설정은 시작할 때 한 번만 읽음)',
      'one-source': '모든 컴포넌트의 설정을 하나의 원본에서 생성',
      'no-failures': '로그에서 동기화와 업로드 성공, 거부 없음 확인',
    },
  },
});
