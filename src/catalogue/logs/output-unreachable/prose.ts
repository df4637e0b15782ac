import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Log store not reachable',
    summary: '{kind} {name} cannot connect to the log store: {words}',
    meaning:
      'Fluent Bit does not get a connection to OpenSearch: the name, the Service, the port, the network or the store itself.',
    impact: 'Logs wait in the buffer and are dropped after the last retry. Metrics are not affected.',
    prevention:
      'Buffer on disk with a bound (storage.type filesystem, storage.total_limit_size), and watch retries.',
    steps: {
      'see-log': 'Read which host and port it tries, and whether the name or the connection fails',
      'see-output': 'Compare Host, Port and tls of the output with the Service of the log store',
      'open-way': 'Bring the store or the way to it back: pods, Service, NetworkPolicy, DNS',
      'buffer-on-disk': 'Buffer on disk, with a Retry_Limit that outlasts an outage',
      'sent-again': 'The log shows chunks that succeed at a retry, and no new error',
    },
  },
  ko: {
    title: '로그 저장소 연결 불가',
    summary: '로그 저장소에 연결하지 못합니다: {name} ({words})',
    meaning:
      'Fluent Bit이 OpenSearch에 연결하지 못하는 상태입니다. 이름, Service, 포트, 네트워크 또는 저장소 자체의 문제입니다.',
    impact: '로그가 버퍼에 쌓이고 재시도 한도를 넘으면 버려집니다. 메트릭에는 영향이 없습니다.',
    prevention: '디스크 버퍼(storage.type filesystem, storage.total_limit_size)를 쓰고 재시도를 감시합니다.',
    steps: {
      'see-log': '시도하는 호스트와 포트, 실패 단계(이름 조회 또는 연결) 확인',
      'see-output': '출력 설정의 Host, Port, tls를 로그 저장소 Service와 비교',
      'open-way': '저장소 또는 경로 복구: 파드, Service, NetworkPolicy, DNS',
      'buffer-on-disk': '디스크 버퍼 사용, 장애보다 긴 Retry_Limit 설정',
      'sent-again': '로그에 재시도 성공이 나오고 새 오류가 없는지 확인',
    },
  },
});
