import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Storage driver does not run',
    summary: 'Claim {claim} waits for the storage driver {driver}, which does not answer ({name}).',
    meaning:
      'The StorageClass leaves the making of volumes to a driver (a CSI driver or another provisioner). It is not installed, does not run, or is not registered on the node.',
    impact:
      'New volumes are not made and existing ones are not mounted on that node: pods with volumes do not start.',
    prevention:
      'Install the driver before the classes that use it, run its controller with two replicas, and watch it like a part of the pipeline.',
    steps: {
      'see-claim': 'Read the events of the claim: they name the provisioner that it waits for',
      'see-drivers':
        'See which drivers are registered, and whether the pods of that driver run on every node',
      'start-driver':
        'Install the driver (on EKS: the add-on aws-ebs-csi-driver with its IAM role), or scale its controller up again; the claim goes on by itself',
      'driver-as-code': 'Manage the driver as an add-on or as code, before the workloads that need it',
      'watch-driver': 'Alert on Pending claims that a pod waits for, and on the driver’s pods',
      'driver-registered': 'The driver is registered on every node',
      'claim-bound': 'The claim is Bound',
    },
  },
  ko: {
    title: '스토리지 드라이버 미실행',
    summary:
      'PVC가 응답하지 않는 스토리지 드라이버를 기다리고 있습니다. PVC: {claim}, 드라이버: {driver} ({name})',
    meaning:
      'StorageClass가 볼륨 생성을 맡긴 드라이버(CSI 드라이버 또는 프로비저너)가 설치되지 않았거나, 실행 중이 아니거나, 노드에 등록되지 않은 상태입니다.',
    impact:
      '새 볼륨이 생성되지 않고 해당 노드에서 기존 볼륨도 마운트되지 않아, 볼륨을 쓰는 파드가 시작되지 못합니다.',
    prevention:
      '드라이버를 StorageClass보다 먼저 설치하고, 컨트롤러를 2개 이상 실행하며, 파이프라인 컴포넌트처럼 감시합니다.',
    steps: {
      'see-claim': 'PVC 이벤트에서 대기 중인 프로비저너 이름 확인',
      'see-drivers': '등록된 드라이버 목록과 노드별 드라이버 파드 상태 확인',
      'start-driver':
        '드라이버 설치(EKS: aws-ebs-csi-driver 애드온과 IAM 역할) 또는 컨트롤러 레플리카 복구. PVC는 이후 자동으로 진행됨',
      'driver-as-code': '드라이버를 애드온 또는 코드로 관리하고 워크로드보다 먼저 배포',
      'watch-driver': '파드가 기다리는 Pending PVC와 드라이버 파드에 알람 설정',
      'driver-registered': '모든 노드에 드라이버가 등록됐는지 확인',
      'claim-bound': 'PVC Bound 상태 확인',
    },
  },
});
