import { defineNotes } from '../sentence.ts';

export const storage = defineNotes({
  'bytes-filling': {
    en: '{claim}: {percent} % of its bytes used, full in {left}',
    ko: '{claim}: 용량 {percent} % 사용, 가득 차기까지 {left}',
  },
  'inodes-filling': {
    en: '{claim}: {percent} % of its inodes used, full in {left}',
    ko: '{claim}: inode {percent} % 사용, 가득 차기까지 {left}',
  },
  hours: { en: '{hours} h', ko: '{hours}시간' },
  'template-asks': {
    en: '{object}: volumeClaimTemplates ask for {size}',
    ko: '{object}: volumeClaimTemplates 요청 용량 {size}',
  },
  'class-fixed': {
    en: 'StorageClass {name}: no allowVolumeExpansion, {driver}',
    ko: 'StorageClass {name}: allowVolumeExpansion 없음, {driver}',
  },
});
