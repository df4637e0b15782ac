import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Two clusters send under one identity',
    summary: '{kind} {name} in {cluster} sends with {label}="{identity}", as {others} does',
    meaning: 'The label by which clusters are told apart has the same value on the writers of two clusters.',
    impact:
      'Their series are mixed: sums per cluster are wrong, equal series overwrite or refuse each other, and no alert sees one of the two fall silent.',
    prevention:
      'Derive the label from the name of the cluster where the configuration is generated, and refuse a value that is taken.',
    steps: {
      'see-labels': 'Look at global.external_labels (externalLabels under the operator) of both writers',
      'set-label':
        'Give the wrong one its own value. What an agent has not sent before the change is lost, and its series begin anew: let its queue drain first',
      generate: 'Generate the label from the list of clusters',
      'alert-shared':
        'Alert where one identity shows two clusters, for example two creation times of the namespace kube-system',
    },
  },
  ko: {
    title: '두 클러스터의 식별 레이블 중복',
    summary: '{cluster}의 {kind} {name}: {label}="{identity}" 값을 {others}에서도 사용 중입니다.',
    meaning: '클러스터를 구분하는 레이블 값이 두 클러스터의 에이전트에서 같은 상태입니다.',
    impact:
      '시계열이 섞여 클러스터별 합계가 틀리고, 같은 시계열은 서로 덮어쓰거나 거부됩니다. 한쪽 수신이 끊겨도 알람이 울리지 않습니다.',
    prevention: '설정 생성 단계에서 클러스터 이름으로 레이블을 만들고, 이미 쓰는 값은 거부합니다.',
    steps: {
      'see-labels': '양쪽 에이전트의 global.external_labels 확인 (오퍼레이터는 externalLabels)',
      'set-label':
        '잘못된 쪽에 고유한 값 설정. 변경 전에 못 보낸 샘플은 유실되고 시계열이 새로 시작되므로 큐를 먼저 비움',
      generate: '클러스터 목록에서 레이블 생성',
      'alert-shared':
        '한 식별 레이블에 클러스터가 둘 보이면 알람 설정 (예: kube-system 네임스페이스 생성 시각 두 개)',
    },
  },
});
