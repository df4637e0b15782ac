import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Object store denies access',
    summary: 'The object store knows the identity in {config} and does not allow what {clients} ask for.',
    meaning:
      'The key or role is valid, but its policy, the policy of the bucket, the key of its encryption or a network rule of the account does not allow the operation.',
    impact:
      'Nothing is uploaded, compacted or read where the right is missing. A Store or Compactor that may not list the bucket ends; Receive keeps blocks on its disk.',
    prevention:
      'Keep the policy of the bucket as code, with the four rights (list, get, put, delete), and try it after every change.',
    steps: {
      'see-refusals': 'See in the logs which operation is refused: list, get, put or delete',
      grant:
        'Give the identity the right that is missing: ListBucket on the bucket; GetObject, PutObject and DeleteObject on its objects (Store needs to read only); where the bucket is encrypted, the use of the KMS key, too. Nothing has to be restarted, but for a client that ended',
      'policy-as-code':
        'Keep policies as code and deny no more than is meant: explicit denies, bucket policies and network rules go before grants',
      'no-failures': 'The logs of the clients show successful syncs and uploads, and no refusals',
    },
  },
  ko: {
    title: '오브젝트 스토리지 권한 거부',
    summary: '오브젝트 스토리지가 {config} 계정의 작업을 허용하지 않습니다. 사용하는 컴포넌트: {clients}',
    meaning:
      '키나 역할은 유효하지만 IAM 정책, 버킷 정책, 암호화 키 권한 또는 스토리지 계정의 네트워크 규칙이 작업을 막는 상태입니다.',
    impact:
      '권한이 없는 업로드, 컴팩션, 조회가 멈춥니다. 버킷 목록 권한이 없으면 Store와 Compactor가 종료되고, Receive 디스크에 블록이 쌓입니다.',
    prevention: '버킷 정책을 코드로 관리하고(list, get, put, delete), 변경할 때마다 확인합니다.',
    steps: {
      'see-refusals': '로그에서 거부된 작업 확인: list, get, put, delete',
      grant:
        '부족한 권한 부여: 버킷에 ListBucket, 오브젝트에 GetObject, PutObject, DeleteObject (Store는 읽기만 필요). 암호화된 버킷이면 KMS 키 사용 권한도 부여. 종료된 컴포넌트 외에는 재시작 불필요',
      'policy-as-code': '정책을 코드로 관리. 명시적 Deny, 버킷 정책, 네트워크 규칙이 허용보다 우선함',
      'no-failures': '로그에서 동기화와 업로드 성공, 거부 없음 확인',
    },
  },
});
