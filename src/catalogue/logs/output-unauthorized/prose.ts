import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Log store refuses the shipper',
    summary: 'The log store refuses {kind} {name}: {words}',
    meaning:
      '401: the user, password or signature is wrong or missing. 403: it is known and may not write to the index (indices:data/write/bulk, or creating the index). On AWS the role lacks es:ESHttpPost or is not mapped in the domain.',
    impact: 'No document is indexed; logs are dropped after the last retry.',
    prevention:
      'Give the shipper a user of its own with create_index and bulk on its index pattern only, from a Secret.',
    steps: {
      'see-log': 'Read whether it is 401 (who) or 403 (what), and which action or role is named',
      'see-credentials':
        'Check HTTP_User and HTTP_Passwd (from a Secret), or AWS_Auth, AWS_Region and the role of the service account',
      grant:
        'Correct the password in the Secret and restart the shipper; or map its role to create_index, indices:data/write/* on its indexes and cluster_composite_ops',
      'own-user': 'A user of its own per shipper, rotated with the Secret',
      'sent-again': 'The log shows chunks that succeed at a retry, and no new 401 or 403',
    },
  },
  ko: {
    title: '로그 저장소 권한 거부',
    summary: '로그 저장소가 전송 계정을 거부합니다: {name} ({words})',
    meaning:
      '401은 계정, 비밀번호, 서명이 틀리거나 없는 경우이고, 403은 인덱스 쓰기 권한(indices:data/write/bulk 또는 인덱스 생성)이 없는 경우입니다. AWS에서는 역할에 es:ESHttpPost가 없거나 도메인에 매핑되지 않은 상태입니다.',
    impact: '문서가 색인되지 않고 재시도 한도를 넘으면 로그가 버려집니다.',
    prevention: '전송 전용 계정을 만들어 해당 인덱스 패턴의 생성과 bulk 권한만 주고 Secret으로 관리합니다.',
    steps: {
      'see-log': '401(인증)인지 403(권한)인지, 어떤 동작 또는 역할인지 확인',
      'see-credentials':
        'HTTP_User, HTTP_Passwd(Secret), 또는 AWS_Auth, AWS_Region과 서비스 어카운트 역할 확인',
      grant:
        'Secret의 비밀번호를 고치고 재시작. 또는 역할에 create_index, 해당 인덱스의 indices:data/write/*, cluster_composite_ops 매핑',
      'own-user': '전송기마다 전용 계정을 쓰고 Secret과 함께 교체',
      'sent-again': '로그에 재시도 성공이 나오고 401, 403이 없는지 확인',
    },
  },
});
