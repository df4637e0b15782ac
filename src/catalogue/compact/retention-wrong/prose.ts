import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Retention removes data before it is downsampled',
    summary: 'The retention of {kind} {name} and its downsampling do not fit together.',
    meaning:
      'Raw data is removed before the 5-minute and 1-hour resolutions were made of it: they need blocks of 40 hours and of 10 days. Newer versions refuse such a retention at the start; with downsampling switched off nothing refuses it.',
    impact:
      'The long history that the retention promises does not come to be, and raw data that was removed does not come back. Where the flags are refused, the Compactor does not start.',
    prevention:
      'Keep raw data longer than 40 hours (10 days and more is safe), 5-minute data longer than 10 days, and downsampling on.',
    steps: {
      'see-flags':
        'Compare --retention.resolution-raw, -5m and -1h with each other, and look for --downsampling.disable',
      hold: 'Hold the Compactor until it is decided: what it marks today is deleted after --delete-delay (48 hours by default)',
      'set-retention':
        'Set retentions that fit, or remove --downsampling.disable, and start it again with one replica. Blocks that are only marked can be kept: thanos tools bucket mark --remove --id=ULID --marker=deletion-mark.json',
      'plan-retention': 'Write the retentions in one place, and check them before they are rolled out',
      'goes-on': 'The log says which retention is applied, and "downsampling iterations done"',
    },
  },
  ko: {
    title: '다운샘플링 전에 삭제되는 보존 기간',
    summary: '{kind} {name}: 보존 기간과 다운샘플링 설정이 맞지 않습니다.',
    meaning:
      '5분, 1시간 해상도를 만들기 전에 raw 데이터가 삭제되는 설정입니다. 5분 해상도는 40시간, 1시간 해상도는 10일 블록이 필요합니다. 최신 버전은 시작할 때 거부하지만, 다운샘플링을 끄면 거부하지 않습니다.',
    impact:
      '설정한 장기 보존 데이터가 만들어지지 않고, 삭제된 raw 데이터는 되돌릴 수 없습니다. 플래그가 거부되면 Compactor가 시작되지 않습니다.',
    prevention: 'raw는 40시간보다 길게(10일 이상 권장), 5분 해상도는 10일보다 길게 두고 다운샘플링을 켭니다.',
    steps: {
      'see-flags': '--retention.resolution-raw, -5m, -1h 값과 --downsampling.disable 여부 확인',
      hold: '결정할 때까지 Compactor 중지 (지금 표시된 블록은 --delete-delay(기본 48시간) 후 삭제됨)',
      'set-retention':
        '맞는 보존 기간 설정 또는 --downsampling.disable 제거 후 레플리카 1로 다시 시작. 표시만 된 블록은 유지 가능: thanos tools bucket mark --remove --id=ULID --marker=deletion-mark.json',
      'plan-retention': '보존 기간을 한 곳에서 관리하고 배포 전에 확인',
      'goes-on': '로그에서 적용된 보존 기간과 "downsampling iterations done" 확인',
    },
  },
});
