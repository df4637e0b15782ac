import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'WAL grows because nothing is taken from it',
    summary: 'The WAL of {name} grows: the sender is {segments} segments behind',
    meaning: 'Remote write is behind, so that the agent keeps in its WAL what it could not send.',
    impact:
      'The volume fills. What is older than four hours is dropped, sent or not (storage.agent.retention.max-time).',
    prevention:
      'Size the volume for the longest outage that must be survived, and alert on the age of the newest sent sample.',
    steps: {
      'see-queue': 'See why nothing is taken: what the log says of the batches',
      'mend-far-end':
        'Mend the far end first and let the queue drain. A restart of the agent, or a deleted pod, loses what was not sent and does not shrink a WAL on a claim',
      'see-volume': 'See how much room the volume has',
      'size-volume': 'Size the volume for the longest outage, and the shards for catching up',
    },
  },
  ko: {
    title: '전송 지연으로 WAL 증가',
    summary: '{name}의 WAL이 증가하고 있습니다. 전송이 {segments}개 세그먼트만큼 뒤처져 있습니다.',
    meaning: 'Remote Write가 밀려서 보내지 못한 데이터가 WAL에 쌓이는 상태입니다.',
    impact:
      '볼륨이 차오릅니다. 4시간이 지난 데이터는 전송 여부와 관계없이 삭제됩니다(storage.agent.retention.max-time).',
    prevention: '견뎌야 할 최장 장애 시간에 맞춰 볼륨을 잡고, 마지막 전송 샘플의 지연에 알람을 설정합니다.',
    steps: {
      'see-queue': '전송 실패 로그로 원인 확인',
      'mend-far-end':
        '상대편을 먼저 복구하고 큐가 비워질 때까지 대기. 에이전트 재시작이나 파드 삭제는 못 보낸 샘플만 잃고 PVC의 WAL은 줄지 않음',
      'see-volume': '볼륨 여유 공간 확인',
      'size-volume': '최장 장애 시간 기준 볼륨 크기와 따라잡을 수 있는 샤드 수 설정',
    },
  },
});
