import { defineFindings } from '../kind.ts';

export const agent = defineFindings({
  'identity-missing': {
    leak: 1e-5,
    sentence: {
      en: '{subject} has no external label that names its cluster',
      ko: '{subject}: 클러스터를 나타내는 external label 없음',
    },
  },
  'storage-lock-held': {
    leak: 1e-5,
    sentence: {
      en: '{subject}: another process holds the lock of the storage',
      ko: '{subject}: 다른 프로세스가 스토리지 잠금을 잡고 있음',
    },
    texts: {
      holds: 'ending',
      roles: ['agent', 'prometheus', 'receive', 'ruler'],
      lines: [
        {
          has: ['lock db directory'],
          lacks: ['permission denied'],
          source: 'prometheus tsdb/tsdbutil/dir_locker.go',
        },
        {
          has: ['opening storage failed', 'resource temporarily unavailable'],
          source: 'prometheus cmd/prometheus/main.go',
        },
      ],
    },
  },
});
