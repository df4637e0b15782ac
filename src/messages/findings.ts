import type { Message } from './messages.ts';

/** One sentence for each kind of finding. Placeholders: its facts, and `subject`. */
export const FINDING_MESSAGES = {
  'finding.replicas-zero': { en: '{subject} has 0 replicas', ko: '{subject}: 레플리카 0' },
  'finding.pods-not-ready': {
    en: '{subject}: {ready} of {wanted} pods are ready',
    ko: '{subject}: 파드 {wanted}개 중 {ready}개 Ready',
  },
  'finding.no-ready-pods': { en: '{subject}: no pod is ready', ko: '{subject}: Ready 파드 없음' },
  'finding.image-pull-failing': {
    en: '{subject}: an image cannot be pulled',
    ko: '{subject}: 이미지 풀 실패',
  },
  'finding.container-crashing': {
    en: '{subject}: a container keeps ending',
    ko: '{subject}: 컨테이너 반복 종료',
  },
  'finding.container-oom-killed': {
    en: '{subject}: a container was killed at its memory limit',
    ko: '{subject}: 메모리 한도 초과로 컨테이너 종료',
  },
  'finding.config-refused': { en: '{subject} refuses its configuration', ko: '{subject}: 설정 거부' },
  'finding.config-reload-refused': {
    en: '{subject} refused a newer configuration and runs with the old one',
    ko: '{subject}: 새 설정 리로드 실패, 이전 설정으로 동작 중',
  },
  'finding.service-absent': {
    en: '{subject}: the Service that leads there does not exist',
    ko: '{subject}: 연결에 필요한 Service 없음',
  },
  'finding.service-selects-nothing': { en: '{subject} selects no pod', ko: '{subject}: 선택하는 파드 없음' },
  'finding.service-port-wrong': { en: '{subject} has a wrong port', ko: '{subject}: 포트 불일치' },
  'finding.dns-silent': {
    en: '{subject}: the DNS of the cluster cannot answer',
    ko: '{subject}: 클러스터 DNS 응답 불가',
  },
  'finding.name-lookup-failing': {
    en: '{subject}: name lookups get no answer',
    ko: '{subject}: 이름 조회 무응답',
  },
  'finding.name-unknown': {
    en: '{subject}: the name of the target does not exist',
    ko: '{subject}: 대상 이름이 DNS에 없음',
  },
  'finding.remote-write-failing': {
    en: '{subject}: samples do not arrive',
    ko: '{subject}: 샘플 전송 안 됨',
  },
  'finding.remote-write-refused': { en: '{subject}: the connection is refused', ko: '{subject}: 연결 거부' },
  'finding.remote-write-not-found': {
    en: '{subject}: the target answers that this path does not exist',
    ko: '{subject}: 대상이 없는 경로라고 응답',
  },
  'finding.remote-write-url-differs': {
    en: '{subject}: the remote-write URL differs from the target',
    ko: '{subject}: Remote Write URL이 대상과 다름',
  },
  'finding.write-filter-drops': {
    en: '{subject}: the write filter removes (nearly) everything',
    ko: '{subject}: 전송 필터가 거의 모두 제거',
  },
  'finding.identity-missing': {
    en: '{subject} has no external label that names its cluster',
    ko: '{subject}: 클러스터를 나타내는 external label 없음',
  },
  'finding.hashring-differs': {
    en: '{subject}: the hashring does not match the pods',
    ko: '{subject}: 해시링과 파드 불일치',
  },
  'finding.quorum-unreached': {
    en: '{subject}: too few replicas for a write',
    ko: '{subject}: 쓰기에 필요한 레플리카 부족',
  },
  'finding.objstore-credentials-refused': {
    en: '{subject}: the object store refuses the credentials',
    ko: '{subject}: 오브젝트 스토리지 인증 거부',
  },
  'finding.objstore-bucket-absent': {
    en: '{subject}: the bucket does not exist',
    ko: '{subject}: 버킷 없음',
  },
  'finding.objstore-failing': {
    en: '{subject}: operations on the object store fail',
    ko: '{subject}: 오브젝트 스토리지 작업 실패',
  },
  'finding.store-unreachable': {
    en: '{subject}: Query does not reach a store',
    ko: '{subject}: Query가 스토어에 연결 불가',
  },
  'finding.query-unanswered': { en: '{subject}: queries are not answered', ko: '{subject}: 쿼리 응답 없음' },
  'finding.samples-without-identity': {
    en: '{subject}: samples arrive without the label that names their cluster',
    ko: '{subject}: 클러스터 레이블 없는 샘플 수신',
  },
  'finding.cluster-silent': { en: '{subject}: no samples arrive', ko: '{subject}: 샘플 수신 없음' },
  'finding.api-unreachable': { en: '{subject}: the API does not answer', ko: '{subject}: API 무응답' },
} as const satisfies Record<`finding.${string}`, Message>;
