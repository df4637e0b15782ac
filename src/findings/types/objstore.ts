import { defineFindings } from '../kind.ts';

export const objstore = defineFindings({
  'objstore-credentials-refused': {
    leak: 1e-5,
    sentence: {
      en: '{subject}: the object store refuses the credentials',
      ko: '{subject}: 오브젝트 스토리지 인증 거부',
    },
  },
  'objstore-bucket-absent': {
    leak: 1e-5,
    sentence: { en: '{subject}: the bucket does not exist', ko: '{subject}: 버킷 없음' },
  },
  'objstore-failing': {
    leak: 1e-3,
    sentence: {
      en: '{subject}: operations on the object store fail',
      ko: '{subject}: 오브젝트 스토리지 작업 실패',
    },
  },
});
