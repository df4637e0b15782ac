import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Volume may not be expanded',
    summary:
      'Claim {claim} of {name} should grow from {size} to {wanted}, and its StorageClass {storageClass} does not allow it.',
    meaning:
      'A claim can only grow where its StorageClass has allowVolumeExpansion, and its driver can do it. The size in the workload was raised, and the claims stay as they are.',
    impact:
      'The volume keeps its size and fills up. An operator or chart that tries to apply the size fails again and again.',
    prevention:
      'Use a class with allowVolumeExpansion for every data volume, and size it for the retention from the start.',
    steps: {
      'see-class': 'See whether the class allows expansion, and which driver is behind it',
      'allow-expansion':
        'Allow it, where the driver can expand (EBS, PD, Azure Disk and most CSI drivers can; local-path and static local volumes cannot)',
      'grow-claim': 'Grow the claim itself: a changed volumeClaimTemplate does not change claims that exist',
      'move-data':
        'Where the driver cannot: make a larger claim of another class for a new replica, let the data be uploaded or replicated, then retire the old one. Nothing is deleted before that',
      'growing-class': 'Use a StorageClass with allowVolumeExpansion: true for data volumes',
      'size-ahead': 'Size volumes for retention and WAL with room to spare',
      'claim-grown': 'The claim has the new size',
    },
  },
  ko: {
    title: '볼륨 확장 불가',
    summary:
      'PVC 확장이 필요하지만 StorageClass가 허용하지 않습니다. PVC: {claim} ({name}), 크기: {size} → {wanted}, StorageClass: {storageClass}',
    meaning:
      'PVC는 StorageClass에 allowVolumeExpansion이 설정되고 드라이버가 지원할 때만 커질 수 있습니다. 워크로드의 크기 설정은 커졌지만 기존 PVC는 그대로인 상태입니다.',
    impact: '볼륨 크기가 그대로라 계속 차오르고, 크기를 적용하려는 오퍼레이터나 차트는 반복해서 실패합니다.',
    prevention:
      '데이터 볼륨에는 allowVolumeExpansion이 설정된 클래스를 쓰고, 처음부터 보존 기간에 맞는 크기로 만듭니다.',
    steps: {
      'see-class': 'StorageClass의 확장 허용 여부와 드라이버 확인',
      'allow-expansion':
        '드라이버가 지원하면 확장 허용 (EBS, PD, Azure Disk 등 대부분의 CSI 드라이버는 가능, local-path와 정적 로컬 볼륨은 불가)',
      'grow-claim': 'PVC 자체를 확장 (volumeClaimTemplate 변경은 기존 PVC에 적용되지 않음)',
      'move-data':
        '드라이버가 지원하지 않으면 다른 클래스의 더 큰 PVC로 새 레플리카를 만들고, 업로드 또는 복제가 끝난 뒤 이전 레플리카 정리. 그 전에는 삭제 금지',
      'growing-class': '데이터 볼륨에 allowVolumeExpansion: true 클래스 사용',
      'size-ahead': '보존 기간과 WAL에 여유를 두고 볼륨 크기 산정',
      'claim-grown': 'PVC 크기 반영 확인',
    },
  },
});
