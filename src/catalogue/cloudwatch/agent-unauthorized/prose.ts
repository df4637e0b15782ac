import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'CloudWatch refuses the agent',
    summary: 'CloudWatch refuses what {kind} {name} writes: {words}',
    meaning:
      'The agent has no credentials, its role cannot be assumed (IRSA, Pod Identity, trust policy), or the role lacks a right such as logs:PutLogEvents, logs:CreateLogStream, cloudwatch:PutMetricData or ec2:DescribeTags.',
    impact: 'Container Insights shows nothing or has gaps. The pipeline of Prometheus is not affected.',
    prevention:
      'Attach CloudWatchAgentServerPolicy to a role of the service account, as code, and alert on missing data.',
    steps: {
      'see-log': 'Read who is refused (the assumed role) and which action',
      'see-identity':
        'Check the role annotation of the service account (eks.amazonaws.com/role-arn) and its trust policy, or the role of the node',
      'attach-policy': 'Attach the policy to that role',
      restart: 'Restart the agent so that it takes the new credentials',
      'role-as-code': 'Manage role, trust and policy as code with the cluster',
      writes: 'The log has no refusal any more',
    },
  },
  ko: {
    title: 'CloudWatch 에이전트 권한 거부',
    summary: 'CloudWatch가 에이전트의 쓰기를 거부합니다: {name} ({words})',
    meaning:
      '자격 증명이 없거나, 역할을 맡을 수 없거나(IRSA, Pod Identity, 신뢰 정책), logs:PutLogEvents, logs:CreateLogStream, cloudwatch:PutMetricData, ec2:DescribeTags 같은 권한이 없는 상태입니다.',
    impact:
      'Container Insights에 데이터가 없거나 구멍이 생깁니다. Prometheus 파이프라인에는 영향이 없습니다.',
    prevention:
      '서비스 어카운트 역할에 CloudWatchAgentServerPolicy를 코드로 연결하고 데이터 누락에 알람을 설정합니다.',
    steps: {
      'see-log': '거부된 주체(assumed role)와 동작 확인',
      'see-identity':
        '서비스 어카운트의 역할 어노테이션(eks.amazonaws.com/role-arn)과 신뢰 정책, 또는 노드 역할 확인',
      'attach-policy': '해당 역할에 정책 연결',
      restart: '새 자격 증명을 쓰도록 에이전트 재시작',
      'role-as-code': '역할, 신뢰 정책, 권한을 클러스터와 함께 코드로 관리',
      writes: '로그에 거부가 더 없는지 확인',
    },
  },
});
