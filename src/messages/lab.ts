import type { Message } from './messages.ts';

/** The lab's progress and results. */
export const LAB_MESSAGES = {
  'lab.install.packages': { en: 'Installing packages: {packages}', ko: '패키지 설치: {packages}' },
  'lab.install.build': {
    en: 'Building {what}',
    ko: '빌드 중: {what}',
    note: 'what: program names, separated by commas',
  },
  'lab.install.download': { en: 'Downloading {what}', ko: '다운로드 중: {what}' },
  'lab.install.images': { en: 'Writing {count} container images', ko: '컨테이너 이미지 {count}개 만드는 중' },
  'lab.install.ready': {
    en: 'Everything that the lab needs is in {dir}',
    ko: '랩에 필요한 것이 모두 준비됨: {dir}',
  },
  'lab.up.clusters': { en: 'Starting {count} clusters', ko: '클러스터 {count}개 시작' },
  'lab.up.images': { en: 'Loading images', ko: '이미지 적재' },
  'lab.up.pipeline': {
    en: 'Applying the pipeline and waiting until it is ready',
    ko: '파이프라인 적용, 준비될 때까지 대기',
  },
  'lab.up.under': {
    en: 'Preparing DNS, volumes, ingress and object storage',
    ko: 'DNS, 볼륨, 인그레스, 오브젝트 스토리지 준비',
  },
  'lab.up.fleet': {
    en: 'Deploy the pipeline: medic deploy -f {file} --kubeconfig {kubeconfig}',
    ko: '파이프라인 배포: medic deploy -f {file} --kubeconfig {kubeconfig}',
  },
  'lab.up.samples': {
    en: 'Waiting until samples of every cluster are visible in Query',
    ko: '모든 클러스터의 샘플이 Query에 보일 때까지 대기',
  },
  'lab.up.ready': {
    en: 'Lab {instance} is up: {clusters}',
    ko: '랩 준비 완료 ({instance}): {clusters}',
    note: 'clusters: context names, separated by commas',
  },
  'lab.up.next': {
    en: 'Try: medic diagnose --kubeconfig {kubeconfig}',
    ko: '다음 명령: medic diagnose --kubeconfig {kubeconfig}',
  },
  'lab.down.processes': { en: 'Ending processes', ko: '프로세스 종료' },
  'lab.down.rest': {
    en: 'Removing mounts, networks, cgroups and files',
    ko: '마운트, 네트워크, cgroup, 파일 정리',
  },
  'lab.down.done': { en: 'Lab {instance} is gone', ko: '랩 정리 완료: {instance}' },
  'lab.status.none': { en: 'There is no lab', ko: '랩 없음' },
  'lab.status.head': { en: 'Lab {instance} (seed {seed})', ko: '랩 {instance} (시드 {seed})' },
  'lab.status.cluster': {
    en: '{mark} {name}  {role}  {apiServer}  {state}',
    ko: '{mark} {name}  {role}  {apiServer}  {state}',
    note: 'a row of a table',
  },
  'lab.status.samples': { en: 'last sample {age} s ago', ko: '마지막 샘플 {age}초 전' },
  'lab.status.silent': { en: 'no samples in Query', ko: 'Query에 샘플 없음' },
  'lab.status.missing': { en: 'not running: {what}', ko: '실행되지 않음: {what}' },
  'lab.status.notReady': { en: 'not ready: {what}', ko: '준비되지 않음: {what}' },
  'lab.status.noApi': { en: 'the API server does not answer', ko: 'API 서버 무응답' },
} as const satisfies Record<string, Message>;
