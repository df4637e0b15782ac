import { defineNotes } from '../sentence.ts';

export const receive = defineNotes({
  'running-unready': {
    en: '{pod}: running for {minutes} min, not ready',
    ko: '{pod}: {minutes}분째 실행 중, Ready 아님',
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
  'upload-only': {
    en: '{name}: no {flag}; {others}: has one',
    ko: '{name}: {flag} 없음, 같은 해시링의 {others}: 있음',
  },
  'head-uncut': {
    en: '{metric} {failed}, head of {hours} h',
    ko: '{metric} {failed}, head 구간 {hours}시간',
  },
  'series-limited': {
    en: '{series} series of {limit}, {refused} requests refused',
    ko: '시계열 {series}개 (한도 {limit}), 거부된 요청 {refused}건',
  },
  'ring-tenants': { en: '{file}: tenants {tenants}', ko: '{file}: 테넌트 {tenants}' },
  'writer-tenant': { en: '{writer}: tenant {tenant}', ko: '{writer}: 테넌트 {tenant}' },
});
