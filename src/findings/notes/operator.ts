import { defineNotes } from '../sentence.ts';

export const operator = defineNotes({
  'owner-alone': {
    en: '{object} belongs to {owner}; no operator runs in the cluster',
    ko: '{object}의 소유자는 {owner}, 클러스터에 실행 중인 오퍼레이터 없음',
  },
  'kinds-missing': { en: '{group} has no {kinds}', ko: '{group}: {kinds} 없음' },
  'kinds-none': { en: '{group}: not found', ko: '{group}: 등록되지 않음' },
  'resource-behind': {
    en: 'generation {generation} of {at}, reconciled {seen}',
    ko: 'generation {generation} ({at}), 반영된 generation {seen}',
  },
});
