import { defineNotes } from '../sentence.ts';

export const rule = defineNotes({
  'rule-unselected': {
    en: 'PrometheusRule {rule} ({labels}) is selected by nobody',
    ko: 'PrometheusRule {rule} ({labels}): 선택하는 Prometheus·ThanosRuler 없음',
  },
  'group-slow': {
    en: '{group}: {seconds} s of {interval} s, {missed} evaluations missed',
    ko: '{group}: 평가 {seconds}초 (주기 {interval}초), 누락된 평가 {missed}회',
  },
});
