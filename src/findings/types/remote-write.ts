import { defineFindings } from '../kind.ts';

export const remoteWrite = defineFindings({
  'remote-write-failing': {
    leak: 1e-3,
    sentence: { en: '{subject}: samples do not arrive', ko: '{subject}: 샘플 전송 안 됨' },
  },
  'remote-write-refused': {
    leak: 1e-3,
    sentence: { en: '{subject}: the connection is refused', ko: '{subject}: 연결 거부' },
  },
  'remote-write-not-found': {
    leak: 1e-4,
    sentence: {
      en: '{subject}: the target answers that this path does not exist',
      ko: '{subject}: 대상이 없는 경로라고 응답',
    },
  },
  'remote-write-url-differs': {
    leak: 1e-4,
    sentence: {
      en: '{subject}: the remote-write URL differs from the target',
      ko: '{subject}: Remote Write URL이 대상과 다름',
    },
  },
  'write-filter-drops': {
    leak: 1e-5,
    sentence: {
      en: '{subject}: the write filter removes (nearly) everything',
      ko: '{subject}: 전송 필터가 거의 모두 제거',
    },
  },
});
