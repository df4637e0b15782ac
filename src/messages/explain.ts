import type { Message } from './messages.ts';

/** `medic explain` and `medic modes`. */
export const EXPLAIN_MESSAGES = {
  'explain.cause': { en: '{rank}. {title} ({percent} %)', ko: '{rank}. {title} ({percent} %)' },
  'explain.subject': { en: 'line {line}', ko: '{line}번째 줄' },
  'explain.lines': { en: '{sentence} (said {count} times)', ko: '{sentence} ({count}줄)' },
  'explain.alert': { en: 'an alert that can mean: {sentence}', ko: '다음을 의미할 수 있는 알림: {sentence}' },
  'explain.surface': {
    en: 'This is how a deeper cause looks from outside. A text alone cannot tell; look at: {modes}',
    ko: '더 깊은 원인이 겉으로 드러난 모습일 수 있으며 텍스트만으로는 구분할 수 없습니다. 다음을 확인하십시오: {modes}',
  },
  'explain.about': { en: 'The text names: {where}', ko: '텍스트에 나온 대상: {where}' },
  'explain.passing': {
    en: 'This is said at every start as well, and nothing in the text shows that it lasts: it may be a start. Look whether the pod is Ready now.',
    ko: '파드가 시작할 때도 나오는 메시지이며, 계속된다는 내용은 텍스트에 없습니다. 시작 과정일 수 있으므로 지금 Ready인지 확인하십시오.',
  },
  'explain.shown': {
    en: 'A person wrote this, or a document shows it: whether it happened, and when, the text does not tell.',
    ko: '사람이 쓴 글이나 문서에 적힌 내용입니다. 실제로 언제 발생했는지는 텍스트만으로 알 수 없습니다.',
  },
  'explain.nothing': {
    en: 'Nothing in this text speaks for a known failure mode (lines read: {lines})',
    ko: '알려진 장애 유형과 일치하는 내용이 없습니다 ({lines}줄 확인)',
  },
  'explain.nothing.hint': {
    en: 'That is not health: paste the lines around the first error, or look at the cluster itself with medic diagnose.',
    ko: '정상이라는 뜻은 아닙니다. 첫 오류 주변의 로그를 넣거나 medic diagnose로 클러스터를 직접 확인하십시오.',
  },
  'explain.also': { en: 'Also in the text', ko: '텍스트에 함께 있는 내용' },
  'explain.symptom': { en: 'Symptoms, without a cause', ko: '원인 없이 증상만 있는 내용' },
  'explain.symptom.look': {
    en: 'This names a symptom, and several causes may be behind it. Before changing anything, look at the pod and at what its last run said:',
    ko: '증상만 나타내는 내용이며 원인은 여러 가지일 수 있습니다. 무엇이든 바꾸기 전에 파드 상태와 직전 실행 로그를 먼저 확인하십시오.',
  },
  'explain.footer': {
    en: 'Lines: {lines}, {kilobytes} KiB. A text shows what was written, not how the cluster is now: medic diagnose looks.',
    ko: '{lines}줄, {kilobytes} KiB. 텍스트는 기록일 뿐 현재 클러스터 상태가 아닙니다. 상태 확인: medic diagnose',
  },
  'explain.look': { en: '{title} ({mode})', ko: '{title} ({mode})' },
  'explain.look.diagnose': {
    en: 'The cluster itself: medic diagnose',
    ko: '클러스터 직접 확인: medic diagnose',
  },
  'explain.reading': { en: 'read {megabytes} MiB', ko: '{megabytes} MiB 읽음' },
  'modes.meaning': { en: 'What it means', ko: '의미' },
  'modes.impact': { en: 'What it does', ko: '영향' },
  'modes.detection': { en: 'How it is seen', ko: '감지 방법' },
  'modes.texts': { en: 'What is written then', ko: '관련 로그와 메시지' },
  'modes.prevention': { en: 'How to prevent it', ko: '예방' },
  'modes.beneath': { en: 'What may lie beneath', ko: '가능한 근본 원인' },
  'modes.level.root': { en: 'root cause', ko: '근본 원인' },
  'modes.level.surface': { en: 'surface of a deeper cause', ko: '표면 증상' },
  'modes.basis.lab': { en: 'made and recorded on the lab', ko: '랩에서 재현하고 기록함' },
  'modes.basis.lab-due': {
    en: 'can be made on the lab, not recorded yet',
    ko: '랩에서 재현 가능, 아직 기록 없음',
  },
  'modes.basis.contract': {
    en: 'rests on what upstream specifies or prints: not made on the lab',
    ko: '업스트림 명세와 메시지에 근거 (랩에서 재현하지 않음)',
  },
  'modes.basis.text': { en: 'seen in a text or file, not in a cluster', ko: '텍스트나 파일에서만 확인' },
  'modes.subject': { en: 'the component', ko: '해당 컴포넌트' },
  'modes.count': { en: '{count} failure modes', ko: '장애 유형 {count}개' },
} as const satisfies Record<string, Message>;
