import { defineFindings } from '../kind.ts';

export const query = defineFindings({
  'store-unreachable': {
    leak: 1e-3,
    sentence: { en: '{subject}: Query does not reach a store', ko: '{subject}: Query가 스토어에 연결 불가' },
  },
  'query-unanswered': {
    leak: 1e-3,
    sentence: { en: '{subject}: queries are not answered', ko: '{subject}: 쿼리 응답 없음' },
  },
  'samples-without-identity': {
    leak: 1e-3,
    sentence: {
      en: '{subject}: samples arrive without the label that names their cluster',
      ko: '{subject}: 클러스터 레이블 없는 샘플 수신',
    },
  },
});
