import { defineNotes } from '../sentence.ts';

export const remoteWrite = defineNotes({
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
  'write-drops-jobs': {
    en: 'write_relabel_configs: {rules} → nothing of the jobs {jobs} gets through',
    ko: 'write_relabel_configs: {rules} → 전송되는 시계열이 없는 잡: {jobs}',
  },
  'same-labels': {
    en: '{where}: {rules} → {count} targets have the same labels',
    ko: '{where}: {rules} → 타깃 {count}개의 레이블이 같아짐',
  },
  'receive-runs': {
    en: 'protobuf_message: {message}; {server} runs {image}',
    ko: 'protobuf_message: {message}, {server} 이미지 {image}',
  },
  'batch-takes': { en: '{seconds} s / {samples} samples', ko: '{seconds}초 / 샘플 {samples}개' },
  'writers-same': {
    en: '{pods}: the same external labels and {count} targets in common, for example {example}',
    ko: '{pods}: external label 동일, 공통 타깃 {count}개, 예: {example}',
  },
});
