import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Service account lacks a right',
    summary: 'The API server refuses {kind} {name}: {words}',
    meaning:
      'The part asks the Kubernetes API (discovery of targets, a lease, a webhook), and its service account has no role that allows it.',
    impact:
      'What it wanted to find or hold is missing: a Prometheus has no targets of that kind, an operator reconciles nothing, a leader is never elected.',
    prevention:
      'Deploy ServiceAccount, role and binding with the workload, and test after every change with kubectl auth can-i.',
    steps: {
      'see-account': 'See under which service account it runs: a typo falls back to default',
      'see-rights':
        'See what that account may do; the line names verb, resource and namespace that are missing',
      grant:
        'Add the rule to its Role or ClusterRole, or the binding that is missing; it is used at once, without a restart',
      'deploy-together': 'Keep the rules in the chart of the workload: a newer version may need more of them',
      'least-right': 'Grant the one verb and resource that the line names, not more',
      'no-refusals': 'The log has no new refusals',
    },
  },
  ko: {
    title: '서비스 어카운트 권한 부족',
    summary: 'API 서버가 요청을 거부합니다 ({kind} {name}): {words}',
    meaning:
      'Kubernetes API(타깃 디스커버리, lease, 웹훅)를 호출하는 서비스 어카운트에 필요한 Role이 없는 상태입니다.',
    impact:
      '찾거나 점유하려던 대상이 비어 있습니다. Prometheus는 해당 타깃이 없고, 오퍼레이터는 아무것도 반영하지 않고, 리더가 선출되지 않습니다.',
    prevention:
      'ServiceAccount, Role, 바인딩을 워크로드와 함께 배포하고, 변경 후 kubectl auth can-i로 확인합니다.',
    steps: {
      'see-account': '어떤 서비스 어카운트로 실행되는지 확인 (이름이 틀리면 default로 실행)',
      'see-rights': '현재 권한 확인 (부족한 verb, 리소스, 네임스페이스는 로그에 나옴)',
      grant: 'Role 또는 ClusterRole에 규칙을 추가하거나 빠진 바인딩 생성 (재시작 없이 바로 적용)',
      'deploy-together': '권한을 워크로드 차트에 포함 (새 버전이 더 많은 권한을 요구할 수 있음)',
      'least-right': '로그에 나온 verb와 리소스만 부여',
      'no-refusals': '로그에 새 거부가 없는지 확인',
    },
  },
});
