import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Cloud refuses the storage driver',
    summary: 'The cloud refuses the storage driver that claim {claim} of {name} needs: {words}',
    meaning:
      'The driver runs, but its cloud identity may not create or attach volumes: no OIDC provider for the cluster, a trust policy for another service account or cluster, a missing IAM policy, or expired credentials.',
    impact:
      'No volume is made or attached. Pods with new or moved volumes do not start; those that run go on.',
    prevention:
      'Create OIDC provider, role and policy with the cluster, as code, and provision a test claim after each change.',
    steps: {
      'see-claim': 'Read the events of the claim: they hold the words of the cloud',
      'see-identity':
        'Find the identity of the driver: on EKS the annotation eks.amazonaws.com/role-arn on the service account of its controller, or its Pod Identity association',
      'trust-identity':
        'Correct it in the cloud: the OIDC provider of this cluster exists, the trust policy names this provider and service account, and the role has the policy of the driver (on AWS: AmazonEBSCSIDriverPolicy)',
      'restart-driver': 'Restart the controller of the driver: it takes the new identity at its start',
      'identity-as-code': 'Manage OIDC provider, role and trust policy as code, per cluster',
      'test-provisioning': 'Provision and delete a small test claim after every change of identities',
      'claim-bound': 'The claim is Bound',
    },
  },
  ko: {
    title: '스토리지 드라이버 클라우드 권한 거부',
    summary: '클라우드가 스토리지 드라이버의 요청을 거부했습니다. PVC: {claim} ({name}). 응답: {words}',
    meaning:
      '드라이버는 실행 중이지만 클라우드 자격 증명으로 볼륨을 만들거나 연결할 수 없는 상태입니다. OIDC 공급자 없음, 신뢰 정책의 서비스 어카운트나 클러스터 불일치, IAM 정책 누락, 자격 증명 만료가 원인입니다.',
    impact:
      '볼륨 생성과 연결이 모두 실패합니다. 새 볼륨이 필요하거나 노드를 옮긴 파드는 시작되지 못하고, 실행 중인 파드는 유지됩니다.',
    prevention:
      'OIDC 공급자, 역할, 정책을 클러스터와 함께 코드로 만들고, 변경할 때마다 테스트 PVC를 생성해 봅니다.',
    steps: {
      'see-claim': 'PVC 이벤트에서 클라우드 응답 확인',
      'see-identity':
        '드라이버의 자격 증명 확인 (EKS: 컨트롤러 서비스 어카운트의 eks.amazonaws.com/role-arn 어노테이션 또는 Pod Identity 연결)',
      'trust-identity':
        '클라우드 설정 수정: 클러스터 OIDC 공급자 생성, 신뢰 정책의 공급자와 서비스 어카운트 일치, 드라이버 정책 연결 (AWS: AmazonEBSCSIDriverPolicy)',
      'restart-driver': '드라이버 컨트롤러 재시작 (자격 증명은 시작할 때 적용됨)',
      'identity-as-code': 'OIDC 공급자, 역할, 신뢰 정책을 클러스터별로 코드로 관리',
      'test-provisioning': '권한 변경 후 작은 테스트 PVC를 생성하고 삭제해 확인',
      'claim-bound': 'PVC Bound 상태 확인',
    },
  },
});
