import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Certificates of the cluster have expired',
    summary: 'A certificate of cluster {cluster} itself has expired: {words}',
    meaning:
      'A certificate of the control plane, of etcd or of a kubelet is past its end (kubeadm issues them for one year), so its parts no longer trust each other.',
    impact:
      'The API cannot be used, nodes turn NotReady, discovery and new pods stop. What runs goes on for a while, without anybody who manages it.',
    prevention:
      'Upgrade the control plane at least once a year (kubeadm renews with it), let kubelets rotate theirs, and alert 30 days ahead.',
    steps: {
      'see-dates':
        'On a machine of the control plane: see which certificates have ended, and check its clock',
      renew: 'Renew them (kubeadm; k3s renews at its restart, RKE2 and managed clusters have their own way)',
      'restart-control-plane':
        'Restart API server, controller manager, scheduler and etcd, one after the other: they read them at the start. Copy the new admin.conf to whoever uses it',
      'renew-kubelets':
        'Where a kubelet cannot come back by itself: give it a new bootstrap token or kubelet.conf and restart it',
      rotate:
        'Switch on rotation for kubelets (rotateCertificates, serverTLSBootstrap), and renew by a timer',
      'watch-dates': 'Watch the remaining time from outside and alert 30 days ahead',
      'nodes-ready': 'The API answers and all nodes are Ready',
    },
  },
  ko: {
    title: '클러스터 인증서 만료',
    summary: '클러스터 자체 인증서가 만료됐습니다: {cluster}. 메시지: {words}',
    meaning:
      '컨트롤 플레인, etcd 또는 kubelet 인증서의 유효 기간이 끝나(kubeadm 기본 1년) 클러스터 구성 요소가 서로 신뢰하지 못하는 상태입니다.',
    impact:
      'API를 사용할 수 없고 노드가 NotReady로 바뀌며, 디스커버리와 새 파드 생성이 멈춥니다. 실행 중인 파드는 당분간 관리 없이 유지됩니다.',
    prevention:
      '컨트롤 플레인을 1년에 한 번 이상 업그레이드하고(kubeadm이 함께 갱신), kubelet 인증서 자동 교체를 켜고, 만료 30일 전에 알람을 받습니다.',
    steps: {
      'see-dates': '컨트롤 플레인 서버에서 만료된 인증서와 서버 시각 확인',
      renew: '인증서 갱신 (kubeadm 기준. k3s는 재시작 시 갱신, RKE2와 관리형은 별도 절차)',
      'restart-control-plane':
        'API 서버, 컨트롤러 매니저, 스케줄러, etcd를 하나씩 재시작 (시작할 때 인증서를 읽음). 새 admin.conf를 사용하는 곳에 배포',
      'renew-kubelets':
        '스스로 복구하지 못하는 kubelet은 새 부트스트랩 토큰 또는 kubelet.conf 적용 후 재시작',
      rotate: 'kubelet 인증서 자동 교체(rotateCertificates, serverTLSBootstrap) 설정 및 정기 갱신 예약',
      'watch-dates': '외부에서 남은 기간을 감시하고 30일 전 알람 설정',
      'nodes-ready': 'API 응답과 모든 노드 Ready 확인',
    },
  },
});
