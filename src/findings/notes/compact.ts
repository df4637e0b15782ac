import { defineNotes } from '../sentence.ts';

export const compact = defineNotes({
  'compactors-running': { en: 'Compactors that run: {names}', ko: '실행 중인 Compactor: {names}' },
  'compactor-behind': {
    en: 'thanos_compact_todo_compactions {waiting}, thanos_compact_iterations_total {done}, running for {hours} h',
    ko: 'thanos_compact_todo_compactions {waiting}, thanos_compact_iterations_total {done}, {hours}시간째 실행 중',
  },
});
