import { defineNotes } from '../sentence.ts';

export const alertmanager = defineNotes({
  'members-few': {
    en: '{pod} counts {members} members, {ready} replicas are ready',
    ko: '{pod}: 클러스터 멤버 {members}, Ready 레플리카 {ready}',
  },
  'routed-to-nobody': {
    en: '{alert} is routed to the receiver {receivers}',
    ko: '{alert} → 알림을 보내지 않는 리시버: {receivers}',
  },
  'alert-silenced': {
    en: '{alert} is muted by silence {silence} of {creator}, {from} to {until}',
    ko: '{alert}: 음소거됨 (사일런스 {silence}, 생성자 {creator}, {from} ~ {until})',
  },
  'alert-nameless': { en: 'an alert', ko: '이름 없는 알람' },
  'creator-unknown': { en: 'nobody', ko: '미상' },
  'rules-without-alertmanager': {
    en: '{count} alerting rules and no Alertmanager',
    ko: '알람 규칙 {count}개, 연결된 Alertmanager 없음',
  },
  'alerts-dropped': {
    en: '{metric} {dropped}, sent 0, firing now: {firing}',
    ko: '{metric} {dropped}, 전송 0건, 현재 firing {firing}건',
  },
  'notifications-failed': {
    en: '{failed} of {all} notifications through {integration} failed',
    ko: '{integration}: 알림 {all}건 중 {failed}건 전송 실패',
  },
});
