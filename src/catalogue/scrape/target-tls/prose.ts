import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'TLS of the scrape fails',
    summary: 'TLS between the agent and the target {url} fails: {error}',
    meaning:
      'The certificate is not trusted, expired or for another name, a client certificate is missing, or one side speaks TLS and the other does not.',
    impact: '`up` of the target is 0 and none of its metrics arrive.',
    prevention: 'Let one authority issue the certificates of all targets, and alert before they expire.',
    steps: {
      'see-target': 'Read the last error of the target',
      'correct-tls':
        'By the error: ca_file for an unknown authority, server_name for another name, a new certificate where it expired, scheme http where the target speaks no TLS. insecure_skip_verify only hides it',
      'issue-certificates':
        'Issue and renew the certificates by cert-manager, with the names by which they are scraped',
    },
  },
  ko: {
    title: '스크레이프 TLS 오류',
    summary: '에이전트와 {url} 타깃 사이의 TLS 연결 실패: {error}',
    meaning:
      '인증서를 신뢰할 수 없거나, 만료됐거나, 이름이 다르거나, 클라이언트 인증서가 없거나, 한쪽만 TLS를 쓰는 상태입니다.',
    impact: '타깃의 `up`이 0이고 메트릭이 전혀 수집되지 않습니다.',
    prevention: '모든 타깃의 인증서를 한 기관에서 발급하고 만료 전 알람을 설정합니다.',
    steps: {
      'see-target': '타깃의 lastError 확인',
      'correct-tls':
        '오류별 조치: 모르는 기관은 ca_file, 이름 불일치는 server_name, 만료는 재발급, TLS를 쓰지 않는 타깃은 scheme http. insecure_skip_verify는 문제를 가릴 뿐임',
      'issue-certificates': 'cert-manager로 스크레이프에 쓰는 이름의 인증서 발급 및 갱신',
    },
  },
});
