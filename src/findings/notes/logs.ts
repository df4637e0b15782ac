import { defineNotes } from '../sentence.ts';

export const logs = defineNotes({
  'store-health': {
    en: 'status {status}, nodes {nodes}, unassigned shards {unassigned}',
    ko: '상태 {status}, 노드 {nodes}개, 미할당 샤드 {unassigned}개',
  },
});
