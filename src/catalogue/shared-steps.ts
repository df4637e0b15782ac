import { kubectl, resource, sampleAges, scrapeTargets } from './commands.ts';
import type { Remedy } from './mode.ts';

/** Proofs that many modes share, with their words. */
export const samplesArrive: Remedy = { id: 'samples-arrive', commands: sampleAges };

export const targetUp: Remedy = { id: 'target-up', commands: scrapeTargets };

export const rolloutDone: Remedy = {
  id: 'rollout-done',
  commands: ({ component }) => [
    kubectl(component, 'rollout', 'status', resource(component), '--timeout=120s'),
  ],
};

/** The last proof of every mode: nothing abnormal is left. */
export const diagnoseAgain: Remedy = { id: 'diagnose-again', commands: () => ['medic diagnose'] };

export const SHARED_STEPS = {
  en: {
    'diagnose-again': 'Nothing abnormal is left: the diagnosis ends with 0',
    'samples-arrive': 'The last sample of every cluster is less than a minute old (values in seconds)',
    'target-up': 'The target is up: its health is "up" and its lastError is empty',
    'rollout-done': 'All pods of {kind} {name} are ready',
  },
  ko: {
    'diagnose-again': '다시 진단해 이상이 없는지 확인 (종료 코드 0)',
    'samples-arrive': '모든 클러스터의 마지막 샘플이 1분 이내인지 확인 (값은 초 단위)',
    'target-up': '타깃 정상 확인: health가 "up", lastError는 빈 값',
    'rollout-done': '모든 파드 Ready 확인: {kind} {name}',
  },
} as const;
