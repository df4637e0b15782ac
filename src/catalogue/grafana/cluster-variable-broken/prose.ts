import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Cluster variable broken',
    summary: 'The cluster variable of the dashboards of Grafana {name} lists or filters nothing.',
    meaning:
      'Dashboards choose a cluster by a variable, mostly label_values(up, cluster). Its query fails, names a label that the samples do not carry, asks another datasource, or its value is not filled into the panels.',
    impact:
      'The list of clusters is empty, or panels show all clusters together or none. Samples are not affected.',
    prevention:
      'Use one identity label in external labels, rules and dashboards, and test dashboards against it.',
    steps: {
      'see-labels':
        'Ask Query which label tells the clusters apart: count by (cluster) (up); where the label is missing, the agents do not set it',
      'mend-variable':
        'Set the query of the variable to label_values(up, LABEL) with the datasource Thanos Query, refresh on time range change, and filter panels with LABEL=~"$cluster"',
      'same-label': 'Generate dashboards and external labels from the same name',
      'clusters-listed': 'The variable lists every cluster, and a panel changes with it',
    },
  },
  ko: {
    title: '클러스터 변수 오류',
    summary: '대시보드의 클러스터 변수가 목록을 만들거나 필터하지 못합니다: {name}',
    meaning:
      '대시보드는 보통 label_values(up, cluster) 변수로 클러스터를 고릅니다. 변수 쿼리가 실패하거나, 샘플에 없는 레이블을 쓰거나, 다른 데이터소스를 조회하거나, 값이 패널에 적용되지 않는 상태입니다.',
    impact:
      '클러스터 목록이 비거나 패널에 모든 클러스터가 섞여 보이거나 아무것도 보이지 않습니다. 샘플에는 영향이 없습니다.',
    prevention: 'external label, 룰, 대시보드에 같은 식별 레이블을 쓰고 대시보드를 테스트합니다.',
    steps: {
      'see-labels':
        '클러스터를 구분하는 레이블을 Query에서 확인: count by (cluster) (up). 레이블이 없으면 에이전트 설정 문제',
      'mend-variable':
        '변수 쿼리를 label_values(up, LABEL)로, 데이터소스를 Thanos Query로 설정하고 시간 범위 변경 시 갱신. 패널은 LABEL=~"$cluster"로 필터',
      'same-label': '대시보드와 external label을 같은 이름에서 생성',
      'clusters-listed': '변수에 모든 클러스터가 나오고 선택에 따라 패널이 바뀌는지 확인',
    },
  },
});
