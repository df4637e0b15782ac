import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Object store is not reached',
    summary: '{kind} {name} does not reach the object store: {error}',
    meaning:
      'The endpoint of the object store does not resolve, refuses the connection or does not answer in time. The cause is on the way or at the other end.',
    impact:
      'Nothing is uploaded, compacted or read. Receive keeps blocks on its disk; a Store that starts now ends.',
    prevention:
      'Watch the endpoint from where the clients run, and give Receive a disk that holds for the longest outage.',
    steps: {
      'see-address':
        'See in the log which address is not reached, and how: no such host, refused, or timeout',
      'ask-owner':
        'Look at what lies beneath: DNS, the Service and pods of the store, network policies, NAT and firewalls; ask the owner of the store',
      'watch-endpoint': 'Watch the endpoint (rate of failed bucket operations) and the disk of Receive',
      'no-failures': 'The log shows successful syncs or uploads, and no failed connections',
    },
  },
  ko: {
    title: '오브젝트 스토리지 연결 불가',
    summary: '{kind} {name}에서 오브젝트 스토리지에 연결할 수 없습니다: {error}',
    meaning:
      '오브젝트 스토리지 엔드포인트의 이름이 조회되지 않거나, 연결이 거부되거나, 제시간에 응답하지 않는 상태입니다. 원인은 경로나 상대편에 있습니다.',
    impact:
      '업로드, 컴팩션, 조회가 모두 멈춥니다. Receive 디스크에 블록이 쌓이고, 지금 시작하는 Store는 종료됩니다.',
    prevention:
      '컴포넌트가 실행되는 곳에서 엔드포인트를 감시하고, 가장 긴 장애를 버틸 만큼 Receive 디스크를 확보합니다.',
    steps: {
      'see-address': '로그에서 연결하지 못한 주소와 오류 확인: 이름 없음, 연결 거부, 타임아웃',
      'ask-owner':
        '아래 원인 확인: DNS, 스토리지의 Service와 파드, NetworkPolicy, NAT, 방화벽. 스토리지 담당자에게 문의',
      'watch-endpoint': '엔드포인트(버킷 작업 실패율)와 Receive 디스크 감시',
      'no-failures': '로그에서 동기화 또는 업로드 성공, 연결 실패 없음 확인',
    },
  },
});
