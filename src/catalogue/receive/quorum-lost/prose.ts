import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Receive has no quorum',
    summary:
      '{kind} {name}: {ready} replicas are ready, {needed} are needed for a write with replication {factor}.',
    brief:
      '{kind} {name} writes to {url}; the Receive there answers that it has too few replicas for a write.',
    meaning: 'Too few Receive replicas take a write for the replication factor.',
    impact: 'Every write is answered with 503, and all writers queue.',
    prevention:
      'Spread the replicas over nodes and zones, and set a PodDisruptionBudget that keeps the quorum.',
    steps: {
      'see-pods': 'See why the replicas are not ready',
      spread: 'Spread the replicas (anti-affinity) and protect the quorum with a PodDisruptionBudget',
    },
  },
  ko: {
    title: 'Receive 정족수 부족',
    summary: '{kind} {name}: 준비된 레플리카 {ready}개, 복제 계수 {factor} 쓰기에 필요한 수 {needed}개',
    brief: '{kind} {name} 전송 URL: {url}. Receive가 쓰기에 필요한 레플리카가 부족하다고 응답합니다.',
    meaning: '복제 계수에 필요한 만큼의 Receive 레플리카가 쓰기를 받지 못하는 상태입니다.',
    impact: '모든 쓰기가 503으로 거부되고 모든 에이전트에 큐가 쌓입니다.',
    prevention: '레플리카를 노드와 존에 분산하고, 정족수를 지키는 PodDisruptionBudget을 설정합니다.',
    steps: {
      'see-pods': '레플리카가 준비되지 않은 이유 확인',
      spread: '레플리카 분산(anti-affinity) 및 PodDisruptionBudget으로 정족수 보호',
    },
  },
});
