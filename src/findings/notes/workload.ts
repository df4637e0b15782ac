import { defineNotes } from '../sentence.ts';

export const workload = defineNotes({
  'pods-ready': { en: '{object}: {ready}/{wanted} pods ready', ko: '{object}: 파드 Ready {ready}/{wanted}' },
  'pod-not-ready': {
    en: 'pod {pod}: not ready, restarts {restarts}, {state}',
    ko: '파드 {pod}: Ready 아님, 재시작 {restarts}회, {state}',
  },
  'pods-updated': {
    en: '{object}: {updated} of {wanted} pods updated',
    ko: '{object}: 파드 {wanted}개 중 {updated}개 갱신됨',
  },
  'replicas-no-pods': {
    en: '{object}: spec.replicas {replicas}, 0 pods ready',
    ko: '{object}: spec.replicas {replicas}, Ready 파드 0개',
  },
  'memory-used': {
    en: 'pod {pod}: {used} MiB of {limit}',
    ko: '파드 {pod}: 한도 {limit} 중 {used} MiB 사용',
  },
  'cpu-used': {
    en: 'pod {pod}: {percent} % of its CPU limit {limit}',
    ko: '파드 {pod}: CPU 한도 {limit}의 {percent} % 사용',
  },
  'nobody-writes': {
    en: 'no agent and no Prometheus runs; last sample {seconds} s ago',
    ko: '실행 중인 에이전트와 Prometheus 없음, 마지막 샘플 {seconds}초 전',
  },
  'service-no-workload': {
    en: 'Service {service} selects {selector}: no workload has such pods',
    ko: 'Service {service} 셀렉터 {selector}: 해당 파드를 만드는 워크로드 없음',
  },
  'runs-without': { en: 'pod {pod} runs without: {gap}', ko: '파드 {pod}에 반영되지 않음: {gap}' },
  'pod-unready': { en: 'pod {pod} is not ready', ko: '파드 {pod}: Ready 아님' },
  'runs-unready': { en: 'running and not ready', ko: '실행 중이나 Ready 아님' },
  'node-says': { en: 'node {node}: {words}', ko: '노드 {node}: {words}' },
  exited: { en: '{reason} (exit {code})', ko: '{reason} (종료 코드 {code})' },
  'container-crashed': {
    en: '{reason}, exit {code}, restarts {restarts}',
    ko: '{reason}, 종료 코드 {code}, 재시작 {restarts}회',
  },
  'mounted-read-only': {
    en: 'pod {pod}: {field}: true',
    ko: '파드 {pod}: {field}: true',
  },
  'container-killed': {
    en: 'OOMKilled (exit {code}), restarts {restarts}, memory limit {limit}',
    ko: 'OOMKilled (종료 코드 {code}), 재시작 {restarts}회, 메모리 한도 {limit}',
  },
  'file-empty': { en: '{file}: (empty)', ko: '{file}: (비어 있음)' },
});
