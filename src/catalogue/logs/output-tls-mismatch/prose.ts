import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'TLS to the log store does not match',
    summary: 'TLS between {kind} {name} and the log store fails: {words}',
    meaning:
      'One side speaks TLS and the other plain HTTP, or the certificate is of an authority that Fluent Bit does not trust, or for another name. OpenSearch with its security plugin speaks TLS on 9200 by default.',
    impact: 'No chunk is delivered; logs are dropped after the last retry.',
    prevention:
      'Mount the authority of the store beside the shipper, and verify it: tls.verify Off hides the next mistake.',
    steps: {
      'see-log':
        'Read which side complains: "wrong version number" is TLS to a plain port, "not an SSL/TLS record" plain HTTP to a TLS port',
      'see-output': 'Compare tls, tls.ca_file, tls.vhost and Port of the output with what the store serves',
      'mend-tls':
        'Set tls On (or Off) as the store serves, with tls.ca_file from the Secret of its authority and tls.vhost where the name differs',
      'ca-from-secret':
        'Take the authority from the Secret that cert-manager or the operator keeps, so that it is renewed with it',
      'sent-again': 'The log shows chunks that succeed at a retry, and no new TLS error',
    },
  },
  ko: {
    title: '로그 저장소 TLS 불일치',
    summary: '로그 저장소와 TLS 연결이 되지 않습니다: {name} ({words})',
    meaning:
      '한쪽은 TLS, 다른 쪽은 평문 HTTP를 쓰거나, Fluent Bit이 신뢰하지 않는 인증 기관 또는 다른 이름의 인증서인 상태입니다. 보안 플러그인을 켠 OpenSearch는 기본으로 9200에서 TLS를 씁니다.',
    impact: '청크가 전달되지 않고 재시도 한도를 넘으면 로그가 버려집니다.',
    prevention: '저장소의 인증 기관을 마운트해 검증합니다. tls.verify Off는 다음 실수를 숨깁니다.',
    steps: {
      'see-log':
        '오류를 낸 쪽 확인: "wrong version number"는 평문 포트로 TLS, "not an SSL/TLS record"는 TLS 포트로 평문 HTTP',
      'see-output': '출력 설정의 tls, tls.ca_file, tls.vhost, Port를 저장소와 비교',
      'mend-tls':
        '저장소에 맞춰 tls On 또는 Off 설정, 인증 기관 Secret을 tls.ca_file로 지정, 이름이 다르면 tls.vhost 지정',
      'ca-from-secret': 'cert-manager 또는 Operator가 관리하는 Secret에서 인증 기관을 읽어 함께 갱신',
      'sent-again': '로그에 재시도 성공이 나오고 TLS 오류가 없는지 확인',
    },
  },
});
