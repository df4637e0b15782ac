import { defineFindings } from '../kind.ts';

export const network = defineFindings({
  'service-absent': {
    leak: 1e-4,
    sentence: {
      en: '{subject}: the Service that leads there does not exist',
      ko: '{subject}: 연결에 필요한 Service 없음',
    },
  },
  'service-selects-nothing': {
    leak: 1e-5,
    sentence: { en: '{subject} selects no pod', ko: '{subject}: 선택하는 파드 없음' },
  },
  'service-port-wrong': {
    leak: 1e-4,
    sentence: { en: '{subject} has a wrong port', ko: '{subject}: 포트 불일치' },
  },
  'dns-silent': {
    leak: 1e-4,
    sentence: {
      en: '{subject}: the DNS of the cluster cannot answer',
      ko: '{subject}: 클러스터 DNS 응답 불가',
    },
  },
  'name-lookup-failing': {
    leak: 1e-3,
    sentence: { en: '{subject}: name lookups get no answer', ko: '{subject}: 이름 조회 무응답' },
  },
  'name-unknown': {
    leak: 1e-3,
    sentence: {
      en: '{subject}: the name of the target does not exist',
      ko: '{subject}: 대상 이름이 DNS에 없음',
    },
  },
});
