import { defineNotes } from '../sentence.ts';

export const query = defineNotes({
  'unlabelled-sample': {
    en: 'up without {label}, last sample {seconds} s ago',
    ko: '{label} 레이블 없는 up, 마지막 샘플 {seconds}초 전',
  },
  'stores-missing': {
    en: 'not among the stores, and in no endpoint: {names}',
    ko: 'Store 목록과 엔드포인트 설정 어디에도 없음: {names}',
  },
  'store-unknown': { en: 'no store of {name} is known', ko: '{name}: Query가 아는 Store 없음' },
  'items-skipped': {
    en: '{metric} {skipped}, of {stored} that were to be stored',
    ko: '{metric} {skipped}, 저장 대상 {stored}건 중',
  },
  'cache-unanswered': {
    en: '{metric} {unanswered}, answered {answered}',
    ko: '{metric} {unanswered}, 응답 {answered}건',
  },
  'replicas-differ': {
    en: 'replicas of {name} differ in {label}; --query.replica-label: {labels}',
    ko: '{name}: 레플리카마다 다른 레이블 {label}, --query.replica-label: {labels}',
  },
  'ranges-slow': {
    en: '{count} range queries take {seconds} s on average, and no query frontend splits them',
    ko: '범위 쿼리 {count}건 평균 소요 {seconds}초, 쿼리를 분할하는 Query Frontend 없음',
  },
  'ranges-long': {
    en: '{count} range queries over more than 32 h; range queries take {seconds} s on average',
    ko: '32시간 초과 범위 쿼리 {count}건, 범위 쿼리 평균 소요 {seconds}초',
  },
});
