import { defineFindings } from '../kind.ts';

export const receive = defineFindings({
  'hashring-differs': {
    leak: 1e-4,
    sentence: {
      en: '{subject}: the hashring does not match the pods',
      ko: '{subject}: 해시링과 파드 불일치',
    },
  },
  'quorum-unreached': {
    leak: 1e-3,
    sentence: { en: '{subject}: too few replicas for a write', ko: '{subject}: 쓰기에 필요한 레플리카 부족' },
  },
});
