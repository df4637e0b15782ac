import { defineNotes } from '../sentence.ts';

export const scrape = defineNotes({
  'job-empty': { en: 'job {job}: no target; {detail}', ko: '잡 {job}: 타깃 없음, {detail}' },
  'namespace-empty': {
    en: 'nothing runs in namespace {namespaces}',
    ko: '실행 중인 워크로드가 없는 네임스페이스: {namespaces}',
  },
  'workload-none': { en: 'no workload has {labels}', ko: '해당하는 워크로드 없음: {labels}' },
  'workload-zero': { en: '{workload} has 0 replicas', ko: '{workload}: 레플리카 0개' },
  'workload-no-pods': {
    en: '{workload} has no pods (replicas {replicas})',
    ko: '{workload}: 파드 없음 (replicas {replicas})',
  },
  'service-for-nothing': {
    en: 'Service {service} selects no pod, and no workload has its labels',
    ko: 'Service {service}: 선택되는 파드 없음, 셀렉터에 맞는 워크로드 없음',
  },
  'neither-exists': {
    en: 'neither a Service nor a workload {name} exists',
    ko: 'Service·워크로드 모두 없음: {name}',
  },
  'target-pods': { en: '{pods}', ko: '{pods}', note: 'pods: each with why it is not ready' },
  'target-unready': { en: '{pod}: not Ready', ko: '{pod}: Ready 아님' },
});
