import { defineFindings } from '../kind.ts';

export const workload = defineFindings({
  'replicas-zero': { leak: 1e-5, sentence: { en: '{subject} has 0 replicas', ko: '{subject}: 레플리카 0' } },
  'pods-not-ready': {
    leak: 2e-3,
    sentence: {
      en: '{subject}: {ready} of {wanted} pods are ready',
      ko: '{subject}: 파드 {wanted}개 중 {ready}개 Ready',
    },
  },
  'no-ready-pods': {
    leak: 1e-3,
    sentence: { en: '{subject}: no pod is ready', ko: '{subject}: Ready 파드 없음' },
  },
  'image-pull-failing': {
    leak: 1e-5,
    sentence: { en: '{subject}: an image cannot be pulled', ko: '{subject}: 이미지 풀 실패' },
  },
  'container-crashing': {
    leak: 2e-3,
    sentence: { en: '{subject}: a container keeps ending', ko: '{subject}: 컨테이너 반복 종료' },
  },
  'container-oom-killed': {
    leak: 1e-5,
    sentence: {
      en: '{subject}: a container was killed at its memory limit',
      ko: '{subject}: 메모리 한도 초과로 컨테이너 종료',
    },
  },
  'config-refused': {
    leak: 1e-4,
    sentence: { en: '{subject} refuses its configuration', ko: '{subject}: 설정 거부' },
  },
  'config-reload-refused': {
    leak: 1e-5,
    sentence: {
      en: '{subject} refused a newer configuration and runs with the old one',
      ko: '{subject}: 새 설정 리로드 실패, 이전 설정으로 동작 중',
    },
  },
});
