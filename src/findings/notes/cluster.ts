import { defineNotes } from '../sentence.ts';

export const cluster = defineNotes({
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
  'api-silent': { en: '{reason}: {detail}', ko: '{reason}: {detail}' },
  'api-unreachable': { en: 'unreachable', ko: '연결 불가' },
  'api-refused': { en: 'refused', ko: '연결 거부' },
  'api-timeout': { en: 'timeout', ko: '시간 초과' },
});
