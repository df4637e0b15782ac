import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Quota refuses the pod',
    summary: 'Pods of {kind} {name} are not even created: {words}',
    meaning:
      'The namespace has a ResourceQuota that is used up, or a LimitRange that the pod does not keep, and the API server refuses to create the pod.',
    impact:
      'Pods that run go on; one that ends is not replaced, and no update or scaling takes effect. There is no Pending pod to be seen.',
    prevention:
      'Leave room in quotas for one update of the largest workload, and alert at 90 % of each quota.',
    steps: {
      'see-quota': 'See what is used of each quota, and what the limit ranges want',
      'see-refusal': 'Read what was refused: the events stand at the ReplicaSet or StatefulSet, not at a pod',
      'make-room':
        'Raise the quota, or lower the requests of this workload or of one that is not needed; the controller then creates the pod by itself (within minutes, its back-off grows)',
      'surge-room': 'Count the extra pod of a rolling update in the quota, or set maxSurge to 0',
      'watch-quota': 'Alert on kube_resourcequota used above 90 % of hard',
    },
  },
  ko: {
    title: '쿼터 초과로 파드 생성 거부',
    summary: '{kind} {name} 파드가 생성되지 않습니다: {words}',
    meaning:
      '네임스페이스의 ResourceQuota가 소진됐거나 파드가 LimitRange를 지키지 않아 API 서버가 파드 생성을 거부하는 상태입니다.',
    impact:
      '실행 중인 파드는 유지되지만, 종료되면 다시 뜨지 않고 업데이트와 스케일링도 적용되지 않습니다. Pending 파드조차 보이지 않습니다.',
    prevention: '쿼터에 가장 큰 워크로드의 업데이트 한 번 분량을 남기고, 90 %에 알람을 둡니다.',
    steps: {
      'see-quota': '쿼터별 사용량과 LimitRange 조건 확인',
      'see-refusal': '거부 사유 확인 (이벤트는 파드가 아니라 ReplicaSet이나 StatefulSet에 남음)',
      'make-room':
        '쿼터를 늘리거나 이 워크로드 또는 불필요한 워크로드의 request 축소 (이후 컨트롤러가 수 분 안에 자동 생성)',
      'surge-room': '롤링 업데이트의 추가 파드를 쿼터에 반영하거나 maxSurge를 0으로 설정',
      'watch-quota': 'kube_resourcequota의 used가 hard의 90 %를 넘으면 알람',
    },
  },
});
