import type { Message } from './messages.ts';

/** What can be wrong with a `fleet.yaml`: one sentence for each code of `src/fleet/file/problem.ts`. */
export const FLEET_FILE_MESSAGES = {
  'fleet.problem': {
    en: '{path}:{line}:{column}: {problem}',
    ko: '{path}:{line}:{column}: {problem}',
    note: 'the form that editors and CI systems read; problem: one of the sentences below',
  },
  'fleet.problem.more': { en: '… and {count} more', ko: '… 외 {count}건', note: 'count: of problems' },
  'fleet.problem.not-text': {
    en: 'this is not text; save the file as UTF-8',
    ko: '텍스트가 아님. UTF-8로 저장하십시오',
  },
  'fleet.problem.too-deep': {
    en: 'this is nested far deeper than any fleet file',
    ko: '중첩이 지나치게 깊음',
  },
  'fleet.problem.empty': { en: 'the file is empty', ko: '빈 파일' },
  'fleet.problem.not-a-map': {
    en: 'the file must hold fields such as name and clusters',
    ko: '파일에 name, clusters 등의 필드가 있어야 함',
  },
  'fleet.problem.not-yaml': { en: 'this is not YAML: {detail}', ko: 'YAML 형식이 아님: {detail}' },
  'fleet.problem.several-documents': {
    en: 'a second document begins here (---); the file must hold one',
    ko: '두 번째 문서 시작(---). 파일에는 문서 하나만 있어야 함',
  },
  'fleet.problem.too-many-aliases': {
    en: 'the YAML aliases (*name) expand to far more than any fleet file holds',
    ko: 'YAML 별칭(*이름)을 펼친 크기가 지나치게 큼',
  },
  'fleet.problem.duplicate-key': { en: '{key} is there twice', ko: '중복된 키: {key}' },
  'fleet.problem.too-large': {
    en: 'the file is larger than {limit}',
    ko: '파일 크기가 한도를 넘음: {limit}',
  },
  'fleet.problem.unknown-field': { en: '{field} is not a known field', ko: '알 수 없는 필드: {field}' },
  'fleet.problem.missing': { en: '{field} is missing', ko: '필수 필드 누락: {field}' },
  'fleet.problem.wrong-type': {
    en: '{field} has the wrong type; expected: {expected}',
    ko: '타입이 맞지 않음: {field} (필요한 타입: {expected})',
    note: 'expected: name of a JSON type',
  },
  'fleet.problem.not-one-of': {
    en: '{field} is none of the values that are known: {options}',
    ko: '쓸 수 없는 값: {field} (가능한 값: {options})',
  },
  'fleet.problem.out-of-range': {
    en: '{field} is out of range: {value}, must be {bound}',
    ko: '허용 범위를 벗어남: {field} = {value} (범위: {bound})',
    note: 'bound: such as "≥ 1"',
  },
  'fleet.problem.not-a-name': {
    en: '{field}: "{value}" is not a Kubernetes name (lower case letters, digits and "-", at most 63)',
    ko: '{field}: Kubernetes 이름 형식이 아님: "{value}" (소문자, 숫자, "-", 최대 63자)',
  },
  'fleet.problem.not-a-host': {
    en: '{field}: "{value}" is not a host name',
    ko: '{field}: 호스트 이름 형식이 아님: "{value}"',
  },
  'fleet.problem.not-a-range': {
    en: '{field}: "{value}" is not a range of addresses such as 10.0.0.0/24',
    ko: '{field}: 주소 대역(CIDR) 형식이 아님: "{value}" (예: 10.0.0.0/24)',
  },
  'fleet.problem.not-a-duration': {
    en: '{field}: "{value}" is not a duration such as 30s, 5m or 1h30m',
    ko: '{field}: 기간 형식이 아님: "{value}" (예: 30s, 5m, 1h30m)',
  },
  'fleet.problem.not-a-size': {
    en: '{field}: "{value}" is not a size such as 250MB or 1GB',
    ko: '{field}: 크기 형식이 아님: "{value}" (예: 250MB, 1GB)',
  },
  'fleet.problem.not-a-quantity': {
    en: '{field}: "{value}" is not a Kubernetes quantity such as 500m, 512Mi or 50Gi',
    ko: '{field}: Kubernetes 수량 형식이 아님: "{value}" (예: 500m, 512Mi, 50Gi)',
  },
  'fleet.problem.not-a-version': {
    en: '{field}: "{value}" is not a version such as 3.9.1',
    ko: '{field}: 버전 형식이 아님: "{value}" (예: 3.9.1)',
  },
  'fleet.problem.not-a-label-name': {
    en: '{field}: "{value}" is not a Prometheus label name',
    ko: '{field}: Prometheus 레이블 이름 형식이 아님: "{value}"',
  },
  'fleet.problem.not-a-url': {
    en: '{field}: "{value}" is not an http or https address',
    ko: '{field}: http 또는 https 주소가 아님: "{value}"',
  },
  'fleet.problem.not-a-key': {
    en: '{field}: "{value}" cannot be a key of a Secret',
    ko: '{field}: Secret 키로 쓸 수 없음: "{value}"',
  },
  'fleet.problem.not-a-channel': {
    en: '{field}: "{value}" is not a Slack channel or member',
    ko: '{field}: Slack 채널이나 사용자가 아님: "{value}"',
  },
  'fleet.problem.not-a-registry': {
    en: '{field}: "{value}" is not a container registry',
    ko: '{field}: 컨테이너 레지스트리 형식이 아님: "{value}"',
  },
  'fleet.problem.invalid': { en: '{field} is not valid: {detail}', ko: '올바르지 않음: {field}: {detail}' },
  'fleet.problem.one-hub': {
    en: 'there must be exactly one cluster with role hub; there are {count}',
    ko: 'role이 hub인 클러스터는 정확히 하나여야 함 (현재 {count}개)',
  },
  'fleet.problem.duplicate-cluster': {
    en: 'two clusters have the name {value}',
    ko: '같은 이름의 클러스터가 둘 이상: {value}',
  },
  'fleet.problem.duplicate-context': {
    en: 'context {value} is also that of cluster {other}',
    ko: '컨텍스트 중복: {value} (클러스터 {other}에서도 사용)',
  },
  'fleet.problem.duplicate-identity': {
    en: 'identity "{value}" is also that of cluster {other}: their samples could not be told apart',
    ko: '식별 레이블 값 중복: "{value}" (클러스터 {other}에서도 사용). 두 클러스터의 샘플을 구분할 수 없음',
  },
  'fleet.problem.replica-label': {
    en: '{label} is a replica label of query: as an external label it would vanish from all answers',
    ko: 'query의 replica 레이블을 external label로 사용: {label}. 쿼리 결과에서 사라짐',
  },
  'fleet.problem.replication-above-replicas': {
    en: 'receive.replicationFactor {replicationFactor} is above receive.replicas {replicas}',
    ko: 'receive.replicationFactor({replicationFactor}) > receive.replicas({replicas}): 복제 계수는 replica 수를 넘을 수 없음',
  },
  'fleet.problem.quorum-of-all': {
    en: 'with receive.replicationFactor {replicationFactor}, Thanos {version} takes a write only if every replica does: one that is lost stops writing; set 3, or a version after {last}',
    ko: 'receive.replicationFactor {replicationFactor}, Thanos {version}: 모든 replica가 받아야 쓰기가 성공하므로 하나만 잃어도 쓰기가 중단됨. 3으로 설정하거나 {last} 이후 버전 사용',
  },
  'fleet.problem.system-namespace': {
    en: 'namespace {namespace} belongs to the system itself: choose another, such as monitoring',
    ko: '시스템 네임스페이스는 사용할 수 없음: {namespace}. monitoring 등 다른 네임스페이스 지정',
  },
  'fleet.problem.no-remote-write-url': {
    en: 'cluster {cluster} has no address to write to: set remoteWrite.url, or ingress with receiveHost',
    ko: '클러스터 {cluster}: 전송할 주소 없음. remoteWrite.url 또는 ingress의 receiveHost 지정',
  },
  'fleet.problem.node-port-range': {
    en: 'node port {port} is outside 30000–32767',
    ko: '노드 포트 범위(30000–32767)를 벗어남: {port}',
  },
  'fleet.problem.version-unsupported': {
    en: '{part} {version} is not supported (supported: {supported})',
    ko: '지원하지 않는 버전: {part} {version} (지원 범위: {supported})',
  },
  'fleet.problem.timeout-above-interval': {
    en: 'the scrape timeout ({timeout}) is longer than the scrape interval ({interval})',
    ko: '수집 타임아웃({timeout}) > 수집 주기({interval}): 타임아웃을 주기보다 짧게 설정',
  },
  'fleet.problem.shards-order': {
    en: 'minShards ({min}) is above maxShards ({max})',
    ko: 'minShards({min}) > maxShards({max}): 순서가 바뀜',
  },
  'fleet.problem.backoff-order': {
    en: 'minBackoff ({min}) is above maxBackoff ({max})',
    ko: 'minBackoff({min}) > maxBackoff({max}): 순서가 바뀜',
  },
  'fleet.problem.bad-regex': {
    en: '"{expression}" is not a regular expression that Prometheus takes',
    ko: 'Prometheus에서 쓸 수 없는 정규식: "{expression}"',
  },
  'fleet.problem.retention-before-downsampling': {
    en: 'a retention of {value} deletes blocks before they are downsampled (at least {least}, or 0d for ever)',
    ko: '보존 기간 {value}: 다운샘플링 전에 블록이 삭제됨 (최소 {least}, 무기한은 0d)',
  },
  'fleet.problem.gateway-incomplete': {
    en: 'controller gateway needs className (the Gateway) and gatewayNamespace',
    ko: 'controller가 gateway이면 className(Gateway 이름), gatewayNamespace 필요',
  },
  'fleet.problem.ingress-host-missing': {
    en: 'ingress controller {controller} needs receiveHost',
    ko: 'ingress 컨트롤러 {controller} 사용 시 receiveHost 필요',
  },
  'fleet.problem.log-host-missing': {
    en: 'logs needs the host of the log store',
    ko: 'logs 사용 시 로그 저장소 host 필요',
  },
  'fleet.problem.cache-item-above-memory': {
    en: 'memcached takes no items of {item} MiB with {memory} MiB of memory: at most half of it',
    ko: 'memcached 항목 크기 {item} MiB는 메모리 {memory} MiB의 절반을 넘을 수 없음',
  },
  'fleet.problem.mode-not-rendered': {
    en: 'medic deploys Prometheus Agents only, not mode {mode}; for a pipeline that others deploy: deployedBy: other',
    ko: 'medic은 Prometheus Agent만 배포함 (현재 mode: {mode}). 다른 도구로 배포한 파이프라인이면 deployedBy: other 지정',
  },
  'fleet.problem.limit-below-request': {
    en: 'limit {limit} is below the request of {request}',
    ko: 'limit({limit}) < request({request}): limit을 request 이상으로 설정',
  },
} as const satisfies Record<string, Message>;
