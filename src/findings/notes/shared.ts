import { defineNotes } from '../sentence.ts';

export const shared = defineNotes({
  'object-says': { en: '{object}: {words}', ko: '{object}: {words}' },
  'pod-says': { en: 'pod {pod}: {words}', ko: '파드 {pod}: {words}' },
  'tenant-says': { en: 'tenant {tenant}: {words}', ko: '테넌트 {tenant}: {words}' },
  without: { en: '{has}, no {lacks}', ko: '{has} 있음, {lacks} 없음' },
  none: { en: 'none', ko: '없음' },
  'metric-of': { en: '{metric} {value} of {most}', ko: '{metric} {value} (최대 {most})' },
  'metric-above-zero': { en: '{metric} above 0', ko: '{metric} 0 초과' },
  'metric-series': { en: 'metric {name}: {count} series', ko: '메트릭 {name}: 시계열 {count}개' },
  'label-values': { en: 'label {name}: {count} values', ko: '레이블 {name}: 값 {count}개' },
});
