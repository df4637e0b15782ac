import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Certificate expired',
    summary: '{kind} {name}: the certificate has expired or is not yet valid: {error}',
    meaning:
      'The time lies outside the dates of the certificate: nobody renewed it, the server still shows the old one, or a clock is wrong.',
    impact:
      'No new connection comes about; those that stand go on until they end. Samples wait until the WAL drops them.',
    prevention: 'Renew by itself (cert-manager), reload what serves it, and alert 14 days before the end.',
    steps: {
      'see-certificate': 'See the dates of what the server shows',
      renew:
        'Renew it: with cert-manager delete nothing, set a new revision with cmctl renew NAME; else put the new pair into the Secret and reload the server',
      'check-clock': 'Not yet valid: compare the clocks of both ends (date -u, chronyc tracking)',
      'renew-by-itself': 'Let cert-manager renew it, and the server reload the file',
      'watch-expiry':
        'Alert on probe_ssl_earliest_cert_expiry and certmanager_certificate_expiration_timestamp_seconds',
    },
  },
  ko: {
    title: '인증서 만료',
    summary: '{kind} {name}: 인증서가 만료됐거나 아직 유효하지 않습니다. {error}',
    meaning:
      '현재 시각이 인증서 유효 기간을 벗어난 상태입니다. 갱신하지 않았거나, 서버가 이전 인증서를 쓰고 있거나, 시계가 틀립니다.',
    impact:
      '새 연결이 맺어지지 않고 기존 연결만 끊길 때까지 유지됩니다. 샘플은 WAL에서 삭제될 때까지 대기합니다.',
    prevention: '자동 갱신(cert-manager)과 서버 리로드를 구성하고 만료 14일 전에 알립니다.',
    steps: {
      'see-certificate': '서버 인증서의 유효 기간 확인',
      renew:
        '갱신: cert-manager는 아무것도 지우지 않고 cmctl renew NAME 실행, 그 외에는 Secret에 새 인증서를 넣고 서버 리로드',
      'check-clock': '아직 유효하지 않으면 양쪽 시계 비교 (date -u, chronyc tracking)',
      'renew-by-itself': 'cert-manager 자동 갱신과 서버의 파일 리로드 구성',
      'watch-expiry':
        'probe_ssl_earliest_cert_expiry, certmanager_certificate_expiration_timestamp_seconds 알림 설정',
    },
  },
});
