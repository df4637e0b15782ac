import type { Message } from './messages.ts';

/** `medic discover` and `medic diff`: what runs, in the words of `fleet.yaml`. */
export const SETTINGS_MESSAGES = {
  'command.discover': {
    en: 'write a fleet.yaml of what runs, whatever deployed it',
    ko: '실행 중인 구성으로 fleet.yaml 작성 (배포 방식 무관)',
  },
  'command.discover.file': {
    en: 'file to write (default, and with -: standard output)',
    ko: '저장할 파일 (기본값 또는 -: 표준 출력)',
  },
  'command.discover.force': { en: 'overwrite the file', ko: '기존 파일 덮어쓰기' },
  'command.discover.bundle': {
    en: 'from a recorded bundle instead of live clusters',
    ko: '실제 클러스터 대신 수집된 번들 사용',
  },
  'command.diff': {
    en: 'compare what runs with what fleet.yaml says',
    ko: '실행 중인 구성과 fleet.yaml 비교',
  },
  'command.diff.file': { en: 'the fleet file', ko: 'fleet 파일' },
  'settings.look': {
    en: 'Looking at {count} clusters',
    ko: '클러스터 {count}개 확인 중',
    note: 'progress, on standard error',
  },
  'discover.head': {
    en: 'Made by medic discover from what runs. What it could not tell is marked.',
    ko: 'medic discover가 실행 중인 구성에서 작성. 확인하지 못한 설정은 주석으로 표시.',
    note: 'a comment at the head of the file',
  },
  'discover.done': {
    en: '{file}: {clusters} clusters, {settings} settings; could not tell: {untold}',
    ko: '{file}: 클러스터 {clusters}개, 설정 {settings}건, 확인하지 못한 설정 {untold}건',
  },
  'discover.stdout': { en: 'standard output', ko: '표준 출력' },
  'discover.next': {
    en: 'Compare at any time: medic diff -f {file}',
    ko: '언제든 비교: medic diff -f {file}',
  },
  untold: {
    en: 'could not tell: {what}',
    ko: '확인하지 못함: {what}',
    note: 'a comment in the file; what: a setting and why (untold.setting)',
  },
  unwritten: {
    en: 'not written: {what}',
    ko: '적지 못함: {what}',
    note: 'a comment in the file: the setting was seen, but the file cannot say it',
  },
  'untold.setting': { en: '{path} ({why})', ko: '{path} ({why})', note: 'why: one of untold.* or why.*' },
  'untold.secret': { en: 'in a Secret, which is not read', ko: 'Secret 안에 있어 읽지 않음' },
  'untold.not-visible': { en: 'nothing that runs shows it', ko: '실행 중인 구성에 드러나지 않음' },
  'untold.not-expressible': {
    en: 'fleet.yaml has no words for what runs',
    ko: '실행 중인 구성을 fleet.yaml로 표현할 수 없음',
    note: 'after it may follow what runs',
  },
  'untold.differs': { en: 'another value runs as well', ko: '다른 값도 함께 실행 중' },
  'untold.contradicts': {
    en: 'it contradicts the rest of the file',
    ko: '파일의 다른 설정과 모순됨',
    note: 'after it follows the value that runs',
  },
  'settings.none': { en: 'none', ko: '없음', note: 'the value of a setting' },
  'settings.default': {
    en: '{field} (default)',
    ko: '{field} (기본값)',
    note: 'field: a flag that nobody gave',
  },
  'settings.more': { en: '{names} and {count} more', ko: '{names} 외 {count}개' },
  'diff.nothing': {
    en: '{file}: nothing could be compared',
    ko: '{file}: 비교할 수 있는 설정이 없음',
  },
  'diff.same': {
    en: '{file}: what runs is what it says ({compared} settings compared)',
    ko: '{file}: 실행 중인 구성과 일치 (설정 {compared}건 비교)',
  },
  'diff.differs': {
    en: '{file}: differs from what runs in {count} of {compared} settings',
    ko: '{file}: 실행 중인 구성과 다른 설정 {count}건 (비교한 설정 {compared}건)',
  },
  'diff.declared': { en: 'declared: {value}', ko: '파일: {value}' },
  'diff.running': { en: 'running:  {value}  ({where})', ko: '실행: {value}  ({where})' },
  'diff.untold': { en: 'Not compared ({count}):', ko: '비교하지 못함 ({count}건):' },
  'diff.blind': {
    en: 'Could not be looked at: {clusters}',
    ko: '확인할 수 없는 클러스터: {clusters}',
    note: 'clusters: context names, separated by commas',
  },
} as const satisfies Record<string, Message>;
