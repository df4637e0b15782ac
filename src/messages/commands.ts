import type { Message } from './messages.ts';

/** Help of commands and options. */
export const COMMAND_MESSAGES = {
  'command.medic': {
    en: 'Root cause of a broken multi-cluster metrics pipeline (Prometheus Agent, Thanos, Kubernetes) in seconds.',
    ko: '멀티클러스터 메트릭 파이프라인(Prometheus Agent, Thanos, Kubernetes) 장애의 근본 원인을 몇 초 안에 찾습니다.',
  },
  'command.option.lang': { en: 'language of the output: ko or en', ko: '출력 언어: ko 또는 en' },
  'command.lab': {
    en: 'real Kubernetes clusters on this Linux machine, to try and to drill',
    ko: '이 Linux 서버에서 실습용 실제 Kubernetes 클러스터 실행',
  },
  'command.lab.name': { en: 'name of the lab', ko: '랩 이름' },
  'command.lab.install': {
    en: 'install packages, build programs and images',
    ko: '패키지 설치, 프로그램과 이미지 빌드',
  },
  'command.lab.up': {
    en: 'start a lab with its pipeline, or mend one',
    ko: '파이프라인을 포함한 랩 시작 또는 복구',
  },
  'command.lab.pipeline': {
    en: 'plain manifests, the same with older versions (Prometheus 2.45, Thanos 0.32), empty clusters ready for medic deploy, or the pipeline that medic renders (default: plain)',
    ko: 'plain(기본 매니페스트), older(plain과 같으며 Prometheus 2.45, Thanos 0.32 사용), empty(medic deploy 직전 상태), rendered(medic이 렌더링한 파이프라인). 기본값 plain',
  },
  'command.lab.up.edges': { en: 'number of edge clusters, 1 to 3', ko: '엣지 클러스터 수 (1–3)' },
  'command.lab.up.seed': {
    en: 'give everything other names, chosen by this number',
    ko: '이 숫자로 모든 이름을 다르게 생성',
  },
  'command.lab.up.hubNodes': {
    en: 'number of nodes of the hub, 1 or 2',
    ko: '허브 클러스터의 노드 수 (1 또는 2)',
  },
  'command.lab.up.sizedVolumes': {
    en: 'volumes of the size that is asked for, so that they can be full (not for plain manifests)',
    ko: '요청한 크기 그대로의 볼륨 사용, 디스크 가득 참 재현용 (plain 제외)',
  },
  'command.lab.status': {
    en: 'show what runs and whether samples arrive',
    ko: '실행 상태와 샘플 수신 여부 보기',
  },
  'command.lab.kubeconfig': { en: "print the path of the lab's kubeconfig", ko: '랩 kubeconfig 경로 출력' },
  'command.lab.exec': {
    en: "run a program (kubectl, promtool, …) with the lab's kubeconfig and path",
    ko: '랩의 kubeconfig와 경로로 프로그램(kubectl, promtool 등) 실행',
  },
  'command.lab.down': { en: 'end a lab and leave nothing behind', ko: '랩 종료, 흔적 없이 정리' },
  'command.diagnose': { en: 'name the root cause of what is wrong', ko: '이상 증상의 근본 원인 진단' },
  'command.status': {
    en: 'show how every part of every cluster is, section by section, with figures',
    ko: '모든 클러스터의 구성 요소 상태를 항목별 수치와 함께 보기',
  },
  'command.watch': { en: 'diagnose again and again, live', ko: '실시간 반복 진단' },
  'command.watch.every': { en: 'seconds between two looks, 5 at least', ko: '확인 간격(초), 최소 5' },
  'command.watch.rounds': { en: 'end after so many looks', ko: '지정한 횟수만큼 확인하고 종료' },
  'command.explain': {
    en: 'say what a pasted log, event, alert or status means (a file, or - for the standard input)',
    ko: '로그, 이벤트, 알림, 상태 텍스트의 의미 설명 (파일 또는 표준 입력 -)',
  },
  'command.explain.file': {
    en: 'the text; - or nothing: the standard input',
    ko: '텍스트 파일. - 또는 생략: 표준 입력',
  },
  'command.modes': { en: 'show the failure modes, or one of them', ko: '장애 유형 목록 또는 상세 보기' },
  'command.modes.id': { en: 'area/noun, or a part of it', ko: '영역/이름 또는 그 일부' },
  'command.collect': {
    en: 'record evidence into a file, to be diagnosed anywhere',
    ko: '증거를 파일로 수집 (어디서나 진단 가능)',
  },
  'command.option.fleetFile': { en: 'the fleet', ko: '플릿 파일' },
  'command.render': {
    en: 'write the Kubernetes objects of a fleet as files',
    ko: '플릿의 Kubernetes 오브젝트를 파일로 생성',
  },
  'command.render.output': { en: 'folder to write', ko: '저장할 폴더' },
  'command.render.format': {
    en: 'kustomize, or values of the chart kube-prometheus-stack with the rest as kustomize',
    ko: 'kustomize 또는 kube-prometheus-stack 차트 values (나머지는 kustomize)',
  },
  'command.deploy': {
    en: 'show what changes, apply it in order, and wait until it is ready',
    ko: '변경 사항 표시, 순서대로 적용, 준비될 때까지 대기',
  },
  'command.deploy.dryRun': {
    en: 'show what would change, and change nothing',
    ko: '변경 사항만 표시하고 적용하지 않음',
  },
  'command.deploy.prune': {
    en: 'also remove what an earlier deployment made and the fleet no longer has (never volumes)',
    ko: '이전 배포가 만들었으나 플릿에 더 이상 없는 것도 삭제 (볼륨 제외)',
  },
  'command.deploy.timeout': {
    en: 'minutes to wait for each cluster to become ready',
    ko: '클러스터별 준비 대기 시간(분)',
  },
  'command.undeploy': {
    en: 'remove what medic deployed; volumes stay',
    ko: 'medic이 배포한 것 제거 (볼륨은 유지)',
  },
  'command.undeploy.dryRun': { en: 'show what would be removed, and remove nothing', ko: '제거 대상만 표시' },
  'command.undeploy.data': {
    en: 'also remove the volume claims, with all that is in them; needs --confirm',
    ko: '볼륨 클레임과 데이터까지 제거 (--confirm 필요)',
  },
  'command.undeploy.confirm': {
    en: "the fleet's name, to confirm --data",
    ko: '--data 확인을 위한 플릿 이름',
  },
  'command.demo': {
    en: 'walk through a recorded 3 AM incident',
    ko: '녹화된 새벽 3시 장애를 단계별로 따라가기',
  },
  'command.demo.noPause': {
    en: 'do not wait for Enter between the steps',
    ko: '단계 사이에 Enter를 기다리지 않음',
  },
  'command.option.bundle': {
    en: 'diagnose a recorded bundle instead of live clusters',
    ko: '실제 클러스터 대신 수집된 번들 진단',
  },
  'command.option.fleet': {
    en: 'fleet.yaml whose grafana.api says how Grafana itself is asked',
    ko: 'grafana.api에 Grafana 접속 정보가 있는 fleet.yaml',
  },
  'command.option.probe': {
    en: 'try the ways that are broken from a short-lived pod beside each client (creates Jobs; off by default)',
    ko: '끊긴 경로를 클라이언트 옆의 임시 파드에서 직접 확인 (Job 생성, 기본값: 사용 안 함)',
  },
  'command.option.probeImage': {
    en: "image of that pod, with busybox's sh, nc and nslookup (default: {image})",
    ko: '해당 파드의 이미지 (busybox의 sh, nc, nslookup 필요, 기본값: {image})',
  },
  'command.option.kubeconfig': {
    en: 'kubeconfig file (default: KUBECONFIG or ~/.kube/config)',
    ko: 'kubeconfig 파일 (기본값: KUBECONFIG 또는 ~/.kube/config)',
  },
  'command.option.contexts': {
    en: 'contexts to look at, separated by commas (default: all)',
    ko: '확인할 컨텍스트, 쉼표로 구분 (기본값: 전체)',
  },
  'command.option.output': { en: 'format of the output', ko: '출력 형식' },
  'command.option.file': { en: 'file to write', ko: '저장할 파일' },
  'collect.done': {
    en: '{file}: {kilobytes} kB, {answers} answers, {redacted} secrets redacted, {blind} blind spots',
    ko: '{file}: {kilobytes} kB, 응답 {answers}건, 비밀값 {redacted}건 제거, 미확인 {blind}건',
  },
  'command.option.json': {
    en: 'print JSON (docs/schemas/lab.v1.schema.json)',
    ko: 'JSON으로 출력 (docs/schemas/lab.v1.schema.json)',
  },
} as const satisfies Record<string, Message>;
