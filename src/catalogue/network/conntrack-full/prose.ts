import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Connection table full',
    summary: '{kind} {name}: the table of connections of the node is full.',
    meaning:
      'The kernel tracks every connection of a node in a table of fixed size. Full, it drops the packets of new ones.',
    impact:
      'New connections from and to the node fail at random: DNS, scrapes, remote write; those that stand go on.',
    prevention: 'Size the table for the node, reuse connections, and alert at 75 %.',
    steps: {
      'see-table': 'On the node: compare entries and limit',
      'raise-limit':
        'On the node: raise the limit at once (a restart forgets it; an entry takes about 300 bytes)',
      'find-talker': 'Find who opens so many: conntrack -L, counted by source',
      'set-for-good':
        'Set it for good: conntrack.maxPerCore or conntrack.min in the configuration of kube-proxy, or sysctl.d',
      'fewer-connections':
        'Keep connections open and reuse them; NodeLocal DNSCache keeps DNS out of the table',
      'watch-table': 'Alert on node_nf_conntrack_entries / node_nf_conntrack_entries_limit > 0.75',
      'below-limit': 'Entries are well below the limit',
    },
  },
  ko: {
    title: 'conntrack 테이블 가득 참',
    summary: '{kind} {name}: 노드의 conntrack 테이블이 가득 찼습니다.',
    meaning:
      '커널은 노드의 모든 연결을 정해진 크기의 테이블로 추적합니다. 가득 차면 새 연결의 패킷을 버립니다.',
    impact: '노드를 오가는 새 연결(DNS, 수집, Remote Write)이 무작위로 실패하고 기존 연결은 유지됩니다.',
    prevention: '노드에 맞게 테이블 크기를 정하고 연결을 재사용하며 75%에서 알립니다.',
    steps: {
      'see-table': '노드에서 항목 수와 한도 비교',
      'raise-limit': '노드에서 한도를 즉시 확대 (재부팅하면 초기화, 항목당 약 300바이트)',
      'find-talker': '연결을 많이 만드는 출발지 확인 (conntrack -L을 출발지별로 집계)',
      'set-for-good': '영구 설정: kube-proxy 설정의 conntrack.maxPerCore 또는 conntrack.min, 또는 sysctl.d',
      'fewer-connections': '연결 유지 및 재사용. NodeLocal DNSCache로 DNS를 테이블에서 제외',
      'watch-table': 'node_nf_conntrack_entries / node_nf_conntrack_entries_limit > 0.75 알림 설정',
      'below-limit': '항목 수가 한도보다 충분히 낮은지 확인',
    },
  },
});
