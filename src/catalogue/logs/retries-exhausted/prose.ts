import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Logs dropped after the last retry',
    summary: '{kind} {name} gives up chunks after the last retry.',
    meaning:
      'An output failed more often than Retry_Limit allows (1 by default), or the buffer hit its bound. Why the output fails stands in the lines before.',
    impact: 'The logs of these chunks are lost.',
    prevention:
      'Buffer on disk, raise Retry_Limit, and alert on fluentbit_output_retries_failed_total and fluentbit_output_dropped_records_total.',
    steps: {
      'see-log': 'Find the error of the output before: no connection, TLS, 401, 429, mapping',
      'raise-limit':
        'Raise Retry_Limit of the output (or no_limits with a bounded disk buffer) while the store is mended',
      'buffer-on-disk': 'storage.type filesystem with storage.total_limit_size per output',
      'watch-drops': 'Alert on dropped records and on retries',
      'sent-again': 'No new dropped chunk in the log',
    },
  },
  ko: {
    title: '재시도 한도 초과로 로그 유실',
    summary: '재시도 한도를 넘은 청크를 버리고 있습니다: {name}',
    meaning:
      '출력이 Retry_Limit(기본 1)보다 많이 실패했거나 버퍼가 한도에 도달한 상태입니다. 출력이 실패한 이유는 앞선 로그에 있습니다.',
    impact: '해당 청크의 로그는 유실됩니다.',
    prevention:
      '디스크 버퍼를 쓰고 Retry_Limit을 늘리고, fluentbit_output_retries_failed_total과 fluentbit_output_dropped_records_total에 알람을 설정합니다.',
    steps: {
      'see-log': '앞선 출력 오류 확인: 연결, TLS, 401, 429, 매핑',
      'raise-limit':
        '저장소를 복구하는 동안 출력의 Retry_Limit 상향 (또는 한도가 있는 디스크 버퍼와 no_limits)',
      'buffer-on-disk': '출력마다 storage.type filesystem과 storage.total_limit_size 설정',
      'watch-drops': '버려진 레코드와 재시도에 알람 설정',
      'sent-again': '로그에 버려진 청크가 더 없는지 확인',
    },
  },
});
