import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'May not write its volume',
    summary: '{kind} {name} may not write its volume and ends: {words}',
    meaning:
      'The process runs as a user who has no right to write the data folder: the volume belongs to root or to the user of an older image, and no fsGroup changes that.',
    impact: 'The pod crash-loops. The data on the volume is untouched.',
    prevention:
      'Set runAsUser, runAsGroup and fsGroup for everything that has a volume, and keep them when the image changes.',
    steps: {
      'see-words': 'Read which folder or file was refused',
      'see-user': 'See as whom the pod runs, and whether an fsGroup is set',
      'set-fsgroup':
        'Set spec.template.spec.securityContext.fsGroup to the group of the process (65534 for Prometheus, 1001 for Thanos, 472 for Grafana, unless the image says otherwise); under the operator, in securityContext of the custom resource',
      'keep-user': 'Pin user and group in the chart, so that a newer image does not change them unnoticed',
      'driver-support':
        'NFS and hostPath volumes do not follow fsGroup: set the owner on the server, or with an init container that runs once as root',
    },
  },
  ko: {
    title: '볼륨 쓰기 권한 없음',
    summary: '{kind} {name} 프로세스가 볼륨에 쓰지 못해 종료됩니다: {words}',
    meaning:
      '프로세스 실행 사용자에게 데이터 디렉터리 쓰기 권한이 없는 상태입니다. 볼륨 소유자가 root이거나 이전 이미지의 사용자이고, 이를 바꿔 줄 fsGroup이 없습니다.',
    impact: '파드가 CrashLoop에 빠집니다. 볼륨의 데이터는 그대로입니다.',
    prevention:
      '볼륨을 쓰는 워크로드에는 runAsUser, runAsGroup, fsGroup을 지정하고 이미지가 바뀌어도 유지합니다.',
    steps: {
      'see-words': '어떤 디렉터리나 파일이 거부됐는지 로그 확인',
      'see-user': '파드 실행 사용자와 fsGroup 설정 확인',
      'set-fsgroup':
        'spec.template.spec.securityContext.fsGroup 값을 프로세스 그룹으로 지정 (이미지에 다른 값이 없으면 Prometheus 65534, Thanos 1001, Grafana 472). 오퍼레이터를 쓰면 커스텀 리소스의 securityContext에 지정',
      'keep-user': '이미지가 바뀌어도 유지되도록 차트에 사용자와 그룹 고정',
      'driver-support':
        'NFS, hostPath 볼륨은 fsGroup이 적용되지 않으므로 서버에서 소유자를 바꾸거나 root로 한 번 실행되는 init 컨테이너 사용',
    },
  },
});
