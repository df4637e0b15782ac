import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Receiver refuses the credentials',
    summary: '{kind} {name} is refused by the far end (401 or 403): {error}',
    meaning:
      'A proxy or the receiver does not take the token, password, certificate or signature of the writer, or this identity may not write there.',
    impact:
      'Each batch is dropped at once and not tried again: the queue stays empty, the lag looks fine, and the samples are lost for good.',
    prevention:
      'Keep credentials in files of a Secret, renew them before they expire, and alert on failed samples, not only on lag.',
    steps: {
      'see-log': 'Read what the far end answers: 401 is an unknown identity, 403 one that may not write',
      'see-config':
        'See which credentials the writer uses (authorization, basic_auth, oauth2, sigv4, tls_config, headers)',
      'renew-secret':
        'Put the right token or password into the Secret (change it in place). Credentials in a file are read anew for each request; those written in the configuration need a reload, after which the Agent sends from now on',
      'from-file': 'Use credentials_file or password_file, so that a renewal needs no reload',
      'watch-expiry':
        'Alert on prometheus_remote_storage_samples_failed_total, and on the expiry of the token',
    },
  },
  ko: {
    title: 'Remote Write 인증 거부',
    summary: '{kind} {name}: 대상이 인증 또는 권한을 거부합니다 (401, 403). {error}',
    meaning:
      '프록시나 수신 측이 토큰, 비밀번호, 인증서, 서명을 인정하지 않거나 해당 계정에 쓰기 권한이 없습니다.',
    impact:
      '배치가 재시도 없이 바로 버려집니다. 큐가 비어 있어 지연은 정상으로 보이지만 샘플은 영구 유실됩니다.',
    prevention:
      '인증 정보는 Secret 파일로 관리하고 만료 전에 갱신하며, 지연뿐 아니라 전송 실패 샘플 수로도 알람을 설정합니다.',
    steps: {
      'see-log': '대상 응답 확인 (401은 인증 실패, 403은 쓰기 권한 없음)',
      'see-config':
        '사용 중인 인증 방식 확인 (authorization, basic_auth, oauth2, sigv4, tls_config, headers)',
      'renew-secret':
        'Secret의 토큰 또는 비밀번호를 올바른 값으로 교체 (삭제하지 않고 값만 변경). 파일로 지정한 값은 요청마다 다시 읽음. 설정에 직접 적은 값은 리로드가 필요하며 그 시점부터 전송',
      'from-file': 'credentials_file, password_file을 사용해 리로드 없이 갱신',
      'watch-expiry': 'prometheus_remote_storage_samples_failed_total 알람과 토큰 만료 알람 설정',
    },
  },
});
