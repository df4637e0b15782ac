import type { Message } from './messages.ts';

/** Rendering and deploying. */
export const PLATFORM_MESSAGES = {
  'render.done': {
    en: '{folder}: {clusters} clusters, {objects} objects, {files} files',
    ko: '{folder}: 클러스터 {clusters}개, 오브젝트 {objects}개, 파일 {files}개',
  },
  'render.secrets': {
    en: 'Secrets that must exist before it is applied:',
    ko: '적용 전에 있어야 하는 Secret:',
  },
  'render.secret': {
    en: '  {cluster}: {namespace}/{name} with {keys}',
    ko: '  {cluster}: {namespace}/{name} (키: {keys})',
    note: 'keys: names of keys, separated by commas',
  },
  'deploy.step.render': { en: 'Rendering', ko: '렌더링' },
  'deploy.step.look': {
    en: 'Looking at {count} clusters and comparing',
    ko: '클러스터 {count}개 확인 및 비교',
  },
  'deploy.step.apply': {
    en: 'Applying to {clusters} and waiting until it is ready',
    ko: '적용 및 준비 대기: {clusters}',
  },
  'deploy.step.prune': { en: 'Removing what is no more', ko: '더 이상 없는 것 제거' },
  'deploy.step.samples': {
    en: 'Waiting until samples of {count} clusters are visible in Query',
    ko: '클러스터 {count}개의 샘플이 Query에 보일 때까지 대기',
  },
  'deploy.step.diagnose': { en: 'Asking the diagnosis why', ko: '원인 진단' },
  'deploy.plan': {
    en: '{cluster}: {create} to create, {change} to change, {unchanged} unchanged',
    ko: '{cluster}: 생성 {create}, 변경 {change}, 그대로 {unchanged}',
  },
  'deploy.plan.unchecked': {
    en: '  {count} of them are for a namespace or a kind that is not there yet: checked against the schemas, not by the server',
    ko: '  이 중 {count}개는 네임스페이스나 종류가 아직 없어 서버 대신 스키마로만 검사함',
  },
  'deploy.plan.gone': {
    en: '  {count} objects of an earlier deployment are no more in the fleet; --prune removes them',
    ko: '  이전 배포의 오브젝트 {count}개가 플릿에 더 이상 없음. 삭제하려면 --prune',
  },
  'deploy.plan.conflict': {
    en: '{field} belongs to {manager}',
    ko: '{field} 소유자: {manager}',
    note: 'manager: the name of a field manager, such as helm',
  },
  'deploy.dryRun': { en: 'Dry run: nothing was changed', ko: '모의 실행: 아무것도 변경하지 않음' },
  'deploy.nothingChanged': { en: 'Nothing was changed', ko: '아무것도 변경하지 않음' },
  'deploy.done': {
    en: 'Deployed to {clusters} clusters in {seconds} s: everything is ready, samples of all of them are visible',
    ko: '클러스터 {clusters}개에 배포 완료 ({seconds}초): 모두 준비됨, 모든 클러스터의 샘플 확인',
  },
  'deploy.removed': { en: '{count} objects removed', ko: '오브젝트 {count}개 삭제' },
  'deploy.stopped.stuck': {
    en: 'Stopped: {cluster} cannot become ready: {detail}',
    ko: '중단: 준비될 수 없는 상태 ({cluster}): {detail}',
  },
  'deploy.stopped.timeout': {
    en: 'Stopped: {cluster} is not ready in time: {detail}',
    ko: '중단: 제한 시간 안에 준비되지 않음 ({cluster}): {detail}',
  },
  'deploy.stopped.refused': {
    en: 'Stopped: the API server of {cluster} refused {detail}',
    ko: '중단: API 서버가 거부함 ({cluster}): {detail}',
  },
  'deploy.stopped.no-samples': {
    en: 'Stopped: everything is ready, and no samples arrive of {detail}',
    ko: '중단: 모두 준비됐으나 샘플이 도착하지 않음: {detail}',
  },
  'deploy.again': {
    en: 'When that is mended, run the same command again: it goes on where it stopped',
    ko: '해결 후 같은 명령을 다시 실행하면 이어서 진행',
  },
  'deploy.obstacle': { en: '{cluster}: {what}', ko: '{cluster}: {what}' },
  'deploy.obstacle.credentials': {
    en: 'cannot get credentials: {detail}; try: kubectl --context {context} get --raw /version',
    ko: '인증 정보를 얻을 수 없음: {detail}. 확인 명령: kubectl --context {context} get --raw /version',
  },
  'deploy.obstacle.unauthorized': {
    en: 'the API server refuses the credentials: {detail}; try: kubectl --context {context} get --raw /version',
    ko: 'API 서버가 인증을 거부함: {detail}. 확인 명령: kubectl --context {context} get --raw /version',
  },
  'deploy.obstacle.unreachable': {
    en: 'the API server does not answer: {detail}; try: kubectl --context {context} get --raw /version',
    ko: 'API 서버 무응답: {detail}. 확인 명령: kubectl --context {context} get --raw /version',
  },
  'deploy.obstacle.version': {
    en: 'Kubernetes {version} is not supported ({supported})',
    ko: '지원하지 않는 Kubernetes 버전: {version} (지원 범위 {supported})',
  },
  'deploy.obstacle.storage-class-missing': {
    en: 'there is no StorageClass {name}; there are: {known}',
    ko: 'StorageClass 없음: {name}. 있는 것: {known}',
  },
  'deploy.obstacle.no-default-storage-class': {
    en: 'no StorageClass is the default, and the fleet names none; there are: {known}',
    ko: '기본 StorageClass가 없고 플릿에도 지정되지 않음. 있는 것: {known}',
  },
  'deploy.obstacle.secret-missing': {
    en: 'the Secret {namespace}/{name} with {keys} is not there; create it, or name a file for it in fleet.yaml',
    ko: 'Secret 없음: {namespace}/{name} (키: {keys}). 직접 만들거나 fleet.yaml에 파일 지정',
  },
  'deploy.obstacle.secret-file-unreadable': {
    en: 'cannot read {file}: {detail}',
    ko: '{file} 읽기 실패: {detail}',
  },
  'deploy.obstacle.node-port-taken': {
    en: 'node port {port} is taken by the Service {service}',
    ko: '노드 포트 {port} 사용 중: Service {service}',
  },
  'deploy.obstacle.ingress-class-missing': {
    en: 'there is no IngressClass {name}; there are: {known}',
    ko: 'IngressClass 없음: {name}. 있는 것: {known}',
  },
  'deploy.obstacle.kind-missing': {
    en: 'the cluster does not have {kind}',
    ko: '클러스터에 없는 종류: {kind}',
  },
  'deploy.obstacle.other-fleet': {
    en: 'its namespace has the fleet {fleet} already',
    ko: '네임스페이스에 이미 다른 플릿이 있음: {fleet}',
  },
  'deploy.obstacle.unseen': {
    en: 'cannot look at {what}: {detail}',
    ko: '확인할 수 없음 ({what}): {detail}',
  },
  'undeploy.step': { en: 'Removing from {count} clusters', ko: '클러스터 {count}개에서 제거' },
  'undeploy.would': {
    en: '{cluster}: {count} objects would be removed',
    ko: '{cluster}: 제거 대상 {count}개',
  },
  'undeploy.removed': { en: '{cluster}: {count} objects removed', ko: '{cluster}: 오브젝트 {count}개 제거' },
  'undeploy.claim.kept': { en: '  kept: {claim}', ko: '  유지: {claim}' },
  'undeploy.claim.removed': { en: '  removed with its data: {claim}', ko: '  데이터와 함께 제거: {claim}' },
  'undeploy.failed': { en: '  not removed: {object}: {detail}', ko: '  제거 실패: {object}: {detail}' },
} as const satisfies Record<string, Message>;
