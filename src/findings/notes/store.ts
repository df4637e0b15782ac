import { defineNotes } from '../sentence.ts';

export const store = defineNotes({
  'ranges-apart': {
    en: 'store: until {end}; receive: from {begin}',
    ko: 'Store: {end}까지, Receive: {begin}부터',
  },
  'reads-failed': {
    en: '{metric} {failed}, of {reads} reads; other operations 0',
    ko: '{metric} {failed}, 읽기 {reads}건 중, 다른 연산 0',
  },
  'cache-evicts': {
    en: '{full} % full, {evicted} % evicted',
    ko: '사용률 {full} %, 축출 {evicted} %',
  },
  'cache-misses': {
    en: '{full} % full, {evicted} % evicted, {hits} % hits',
    ko: '사용률 {full} %, 축출 {evicted} %, 적중 {hits} %',
  },
  'index-cache-says': { en: 'index cache: {words}', ko: '인덱스 캐시: {words}' },
});
