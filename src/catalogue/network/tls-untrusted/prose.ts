import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Certificate not trusted',
    summary: '{kind} {name}: the certificate is not trusted or is for another name: {error}',
    meaning:
      'One side refuses the certificate of the other: its issuer is not among the trusted ones, the chain is incomplete, or the name in the address is not in the certificate.',
    impact: 'No connection comes about. Samples wait in the queue of the writer until the WAL drops them.',
    prevention:
      'Issue certificates with one authority (cert-manager), spread its CA with trust-manager, and list every name in use.',
    steps: {
      'see-certificate': 'See issuer, names and dates of what the server shows',
      'set-ca':
        'Give the client the CA that signed it (ca_file in tls_config, the CA in http_config of the object store); never insecure_skip_verify for good',
      reissue:
        'Or issue the certificate anew: with the name that the client uses as SAN, and the whole chain',
      'shared-ca': 'Spread one CA to all clusters and rotate it with overlap',
      'right-names': 'Put every name and address that clients use into dnsNames and ipAddresses',
    },
  },
  ko: {
    title: '신뢰할 수 없는 인증서',
    summary: '{kind} {name}: 인증서를 신뢰할 수 없거나 이름이 다릅니다. {error}',
    meaning:
      '한쪽이 상대의 인증서를 거부하는 상태입니다. 발급자가 신뢰 목록에 없거나, 체인이 불완전하거나, 주소의 이름이 인증서에 없습니다.',
    impact: '연결이 맺어지지 않습니다. 샘플은 WAL에서 삭제될 때까지 전송 큐에 쌓입니다.',
    prevention:
      '하나의 CA로 발급(cert-manager)하고 CA를 배포(trust-manager)하며 사용하는 이름을 모두 SAN에 넣습니다.',
    steps: {
      'see-certificate': '서버 인증서의 발급자, 이름, 기간 확인',
      'set-ca':
        '서명한 CA를 클라이언트에 설정 (tls_config의 ca_file, 오브젝트 스토리지 http_config의 CA). insecure_skip_verify를 계속 쓰지 않음',
      reissue: '또는 클라이언트가 쓰는 이름을 SAN에 넣고 전체 체인으로 재발급',
      'shared-ca': '모든 클러스터에 같은 CA를 배포하고 겹치는 기간을 두고 교체',
      'right-names': '클라이언트가 쓰는 이름과 주소를 dnsNames, ipAddresses에 모두 등록',
    },
  },
});
