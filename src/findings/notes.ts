/**
 * What medic itself says of a figure that it read. Words of other systems are quoted as they are; these are sentences,
 * in both languages, and are chosen when a report is made. English is what stands in the JSON contract.
 */
export const NOTES = {
  'last-sample': {
    en: '{label}="{identity}": last sample {seconds} s ago',
    ko: '{label}="{identity}": 마지막 샘플 {seconds}초 전',
  },
  'no-sample': {
    en: '{label}="{identity}": no sample within 24 hours',
    ko: '{label}="{identity}": 24시간 내 샘플 없음',
  },
  'none-labelled': {
    en: 'no fresh samples with {label} of this cluster',
    ko: '이 클러스터의 {label} 레이블이 붙은 최근 샘플 없음',
  },
  'unlabelled-sample': {
    en: 'up without {label}, last sample {seconds} s ago',
    ko: '{label} 레이블 없는 up, 마지막 샘플 {seconds}초 전',
  },
  'queue-behind': {
    en: 'remote_write {url}: newest sent sample is {seconds} s behind',
    ko: 'remote_write {url}: 마지막으로 전송된 샘플이 {seconds}초 뒤처짐',
  },
  'queue-failing': {
    en: 'remote_write {url}: newest sent sample is {seconds} s behind, {pending} pending, {retried} retried, {failed} failed',
    ko: 'remote_write {url}: 마지막으로 전송된 샘플이 {seconds}초 뒤처짐, 대기 {pending}, 재시도 {retried}, 실패 {failed}',
  },
  'queue-never-sent': {
    en: 'remote_write {url}: nothing was sent since the start, {pending} pending, {retried} retried, {failed} failed',
    ko: 'remote_write {url}: 시작 이후 전송된 샘플 없음, 대기 {pending}, 재시도 {retried}, 실패 {failed}',
  },
  'queue-shards': {
    en: 'remote_write {url}: {desired} shards desired, {shards} of at most {most} run, {pending} samples pending, {seconds} s behind',
    ko: 'remote_write {url}: 필요 샤드 {desired}, 실행 중 {shards} (최대 {most}), 대기 샘플 {pending}, {seconds}초 뒤처짐',
  },
  'queue-batches': {
    en: 'remote_write {url}: {desired} shards desired for {rate} samples/s in batches of {batch}: {seconds} s each',
    ko: 'remote_write {url}: 초당 샘플 {rate}개, 배치 {batch}개 단위에 필요 샤드 {desired}, 배치당 {seconds}초',
  },
  'queue-refused': {
    en: 'remote_write {url}: {failed} samples failed for good',
    ko: 'remote_write {url}: 재시도 없이 폐기된 샘플 {failed}개',
  },
  'queue-ahead': {
    en: 'newest sample is {seconds} s ahead of the time of this look',
    ko: '최신 샘플 시각이 확인 시점보다 {seconds}초 앞섬',
  },
  'write-none': {
    en: 'remote_write: none; {jobs} scrape jobs',
    ko: 'remote_write 설정 없음, 수집 잡 {jobs}개',
  },
  'write-passes': {
    en: "write_relabel_configs: {rules} → {percent} % of the targets' metrics get through",
    ko: 'write_relabel_configs: {rules} → 타깃 메트릭 중 {percent} %만 통과',
  },
  'same-labels': {
    en: '{where}: {rules} → {count} targets have the same labels',
    ko: '{where}: {rules} → 타깃 {count}개의 레이블이 같아짐',
  },
  'segments-behind': {
    en: 'remote write reads {segments} segments behind{size}',
    ko: 'remote write가 읽는 위치: 최신 세그먼트보다 {segments}개 뒤{size}',
  },
  'job-series': {
    en: 'job {job}: {now} series, {before} before',
    ko: '잡 {job}: 시계열 {now}개, 이전 {before}개',
  },
  'job-churn': {
    en: 'job {job}: {now} series, {added} new ones in 10 min',
    ko: '잡 {job}: 시계열 {now}개, 최근 10분 신규 {added}개',
  },
  'job-empty': { en: 'job {job}: no target; {detail}', ko: '잡 {job}: 타깃 없음, {detail}' },
  'pods-ready': { en: '{object}: {ready}/{wanted} pods ready', ko: '{object}: 파드 Ready {ready}/{wanted}' },
  'pod-not-ready': {
    en: 'pod {pod}: not ready, restarts {restarts}, {state}',
    ko: '파드 {pod}: Ready 아님, 재시작 {restarts}회, {state}',
  },
  'pods-updated': {
    en: '{object}: {updated} of {wanted} pods updated',
    ko: '{object}: 파드 {wanted}개 중 {updated}개 갱신됨',
  },
  'replicas-no-pods': {
    en: '{object}: spec.replicas {replicas}, 0 pods ready',
    ko: '{object}: spec.replicas {replicas}, Ready 파드 0개',
  },
  'running-unready': {
    en: '{pod}: running for {minutes} min, not ready',
    ko: '{pod}: {minutes}분째 실행 중, Ready 아님',
  },
  'memory-used': {
    en: 'pod {pod}: {used} MiB of {limit}',
    ko: '파드 {pod}: 한도 {limit} 중 {used} MiB 사용',
  },
  'cpu-used': {
    en: 'pod {pod}: {percent} % of its CPU limit {limit}',
    ko: '파드 {pod}: CPU 한도 {limit}의 {percent} % 사용',
  },
  'owner-alone': {
    en: '{object} belongs to {owner}; no operator runs in the cluster',
    ko: '{object}의 소유자는 {owner}, 클러스터에 실행 중인 오퍼레이터 없음',
  },
  'nobody-writes': {
    en: 'no agent and no Prometheus runs; last sample {seconds} s ago',
    ko: '실행 중인 에이전트와 Prometheus 없음, 마지막 샘플 {seconds}초 전',
  },
  'quorum-ready': {
    en: '{names}: {ready} ready, {needed} of {factor} needed for a write',
    ko: '{names}: Ready {ready}개, 쓰기에 필요한 수 {needed} (복제 {factor})',
  },
  'ring-size': {
    en: 'hashring {name}: {endpoints} endpoints',
    ko: '해시링 {name}: 엔드포인트 {endpoints}개',
  },
  'ring-sizes': {
    en: 'hashring endpoints: {rings}; {factor} needed',
    ko: '해시링 엔드포인트: {rings}, 필요 {factor}개',
    note: 'rings: names of hashrings with their number of endpoints',
  },
  'ring-stranger': { en: '{endpoint}: no such Receive pod', ko: '{endpoint}: 해당하는 Receive 파드 없음' },
  'ring-port': {
    en: '{endpoint}: Receive listens on port {port}',
    ko: '{endpoint}: Receive 수신 포트는 {port}',
  },
  'ring-twice': { en: '{endpoint}: twice', ko: '{endpoint}: 중복' },
  'ring-lacks': { en: 'pod {pod}: not in the hashring', ko: '파드 {pod}: 해시링에 없음' },
  'service-none': { en: 'no Service {service}', ko: 'Service 없음: {service}' },
  'node-port-none': { en: 'no Service has nodePort {port}', ko: 'nodePort {port}: 해당 Service 없음' },
  'service-selects-none': {
    en: 'Service {service}: selector {selector} matches no pod; pods have {labels}',
    ko: 'Service {service}: 셀렉터 {selector}에 맞는 파드 없음, 파드 레이블: {labels}',
  },
  'service-port-differs': {
    en: 'Service {service}: Service has {has}, {wanted} is needed',
    ko: 'Service {service}: 현재 {has}, 필요 {wanted}',
  },
  'service-no-workload': {
    en: 'Service {service} selects {selector}: no workload has such pods',
    ko: 'Service {service} 셀렉터 {selector}: 해당 파드를 만드는 워크로드 없음',
  },
  'service-no-address': {
    en: 'Service {service}: type LoadBalancer, no address',
    ko: 'Service {service}: LoadBalancer 타입, 할당된 주소 없음',
  },
  'ingress-none': { en: 'no Ingress has the host {host}', ko: '호스트 {host}: 해당 Ingress 없음' },
  'policy-blocks': {
    en: 'NetworkPolicy {policy} selects {name}; no rule allows {flow}',
    ko: 'NetworkPolicy {policy}: 적용 대상 {name}, 허용 규칙 없음 ({flow})',
  },
  'address-differs': {
    en: '{url}: {has} should be {suggestion}',
    ko: '{url}: 현재 {has}, 올바른 값 {suggestion}',
  },
  'stores-missing': {
    en: 'not among the stores, and in no endpoint: {names}',
    ko: 'Store 목록과 엔드포인트 설정 어디에도 없음: {names}',
  },
  'store-unknown': { en: 'no store of {name} is known', ko: '{name}: Query가 아는 Store 없음' },
  'compactors-running': { en: 'Compactors that run: {names}', ko: '실행 중인 Compactor: {names}' },
  'members-few': {
    en: '{pod} counts {members} members, {ready} replicas are ready',
    ko: '{pod}: 클러스터 멤버 {members}, Ready 레플리카 {ready}',
  },
  'routed-to-nobody': {
    en: '{alert} is routed to the receiver {receivers}',
    ko: '{alert} → 알림을 보내지 않는 리시버: {receivers}',
  },
  'items-skipped': {
    en: '{metric} {skipped}, of {stored} that were to be stored',
    ko: '{metric} {skipped}, 저장 대상 {stored}건 중',
  },
  'upload-only': {
    en: '{name}: no {flag}; {others}: has one',
    ko: '{name}: {flag} 없음, 같은 해시링의 {others}: 있음',
  },
  'receive-runs': {
    en: 'protobuf_message: {message}; {server} runs {image}',
    ko: 'protobuf_message: {message}, {server} 이미지 {image}',
  },
  'rule-unselected': {
    en: 'PrometheusRule {rule} ({labels}) is selected by nobody',
    ko: 'PrometheusRule {rule} ({labels}): 선택하는 Prometheus·ThanosRuler 없음',
  },
  'runs-without': { en: 'pod {pod} runs without: {gap}', ko: '파드 {pod}에 반영되지 않음: {gap}' },
} as const satisfies Record<string, { en: string; ko: string; note?: string }>;

export type NoteId = keyof typeof NOTES;

/** Names of the placeholders of a sentence. */
type Names<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Names<Rest>
  : never;

/** A sentence of ours, in no language yet. */
export interface Note {
  id: NoteId;
  params: Readonly<Record<string, string | number>>;
}

export const note = <Id extends NoteId>(
  id: Id,
  params: Readonly<Record<Names<(typeof NOTES)[Id]['en']>, string | number>>,
): Note => ({ id, params });

/** In English, for the JSON contract and for facts; words of others as they are. */
export const textOf = (words: string | Note): string =>
  typeof words === 'string'
    ? words
    : NOTES[words.id].en.replace(/\{([a-zA-Z]+)\}/g, (_, name: string) => String(words.params[name] ?? ''));
