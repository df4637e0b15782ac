import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'No remote write is configured',
    summary: '{kind} {name} scrapes and sends nothing: its configuration has no remote_write.',
    meaning:
      'An Agent keeps no data to be queried: what it gathers is only worth something once it is sent. Its configuration names no place to send to.',
    impact: 'Nothing of this cluster arrives, though all its targets are up.',
    prevention:
      'Render the configuration of all clusters from one source, and alert on clusters that are absent.',
    steps: {
      'see-config':
        'Look at the configuration: is there a remote_write section (remoteWrite under the operator)?',
      'add-remote-write':
        'Add the remote_write section that the other clusters have, and let the Agent read it (reload or rollout)',
      'one-source': 'Generate the remote_write section of all clusters from one place',
    },
  },
  ko: {
    title: 'Remote Write 미설정',
    summary: '{kind} {name}: 수집은 하지만 설정에 remote_write가 없어 아무것도 전송하지 않습니다.',
    meaning:
      'Agent는 조회용 데이터를 보관하지 않으므로 수집한 데이터는 전송해야 의미가 있습니다. 설정에 전송 대상이 없는 상태입니다.',
    impact: '타깃은 모두 정상이지만 해당 클러스터의 메트릭이 전혀 도착하지 않습니다.',
    prevention: '모든 클러스터의 설정을 한 곳에서 생성하고, 메트릭이 없는 클러스터를 알람으로 감지합니다.',
    steps: {
      'see-config': '설정에 remote_write 항목이 있는지 확인 (오퍼레이터는 remoteWrite)',
      'add-remote-write':
        '다른 클러스터와 같은 remote_write 항목을 추가하고 Agent에 반영 (리로드 또는 롤아웃)',
      'one-source': '모든 클러스터의 remote_write 항목을 한 곳에서 생성',
    },
  },
});
