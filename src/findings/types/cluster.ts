import { defineFindings } from '../kind.ts';

export const cluster = defineFindings({
  'cluster-silent': {
    leak: 1e-3,
    sentence: { en: '{subject}: no samples arrive', ko: '{subject}: 샘플 수신 없음' },
  },
  'api-unreachable': {
    leak: 1e-2,
    sentence: { en: '{subject}: the API does not answer', ko: '{subject}: API 무응답' },
  },
});
