import type { Message } from './messages.ts';

/** The walk through the recorded 3 AM incident. */
export const DEMO_MESSAGES = {
  'demo.page': {
    en: '03:00  [P1] cluster-03: no metrics for 30 min',
    ko: '03:00  [P1] cluster-03 메트릭 30분 동안 수신 없음',
  },
  'demo.intro': {
    en: 'This incident really happened, on real Kubernetes clusters with real Prometheus Agents and Thanos, and was recorded. What follows is computed now from the recording, just as it would be from your clusters.',
    ko: '실제 Kubernetes 클러스터, Prometheus Agent, Thanos에서 일어난 장애를 녹화한 것입니다. 아래 내용은 실제 클러스터와 똑같은 방식으로 지금 녹화본에서 계산합니다.',
  },
  'demo.step.look': { en: '1. Look', ko: '1. 수집' },
  'demo.look': {
    en: '{answers} answers of {clusters} clusters, each asked through its Kubernetes API with read-only rights: pods, Services, events, the metrics and logs of the pipeline itself.',
    ko: '클러스터 {clusters}개에서 받은 응답 {answers}건. 모두 읽기 전용 권한으로 Kubernetes API를 통해 조회: 파드, Service, 이벤트, 파이프라인 자체의 메트릭과 로그',
  },
  'demo.step.recognise': { en: '2. Recognise', ko: '2. 인식' },
  'demo.recognise': {
    en: '{components} parts of a metrics pipeline, told by what they run and not by their names, and {links} flows between them:',
    ko: '메트릭 파이프라인 컴포넌트 {components}개와 그 사이의 연결 {links}개. 이름이 아니라 실행 중인 프로그램으로 인식:',
  },
  'demo.step.findings': { en: '3. Find what is abnormal', ko: '3. 이상 증상 찾기' },
  'demo.findings': {
    en: '{present} of {all} facts that were checked are abnormal:',
    ko: '확인한 {all}가지 중 이상 {present}가지:',
  },
  'demo.step.explain': { en: '4. Explain', ko: '4. 설명' },
  'demo.explain': {
    en: 'Most of these are effects. One cause explains {explained} of {present}, following the flows from part to part; {ruledOut} other causes were thought of and ruled out.',
    ko: '대부분은 결과입니다. 연결을 따라가면 원인 하나가 {present}가지 중 {explained}가지를 설명합니다. 다른 원인 {ruledOut}가지는 검토 후 배제했습니다.',
  },
  'demo.step.report': { en: '5. The report', ko: '5. 보고서' },
  'demo.report': { en: '$ {medic} diagnose --bundle {bundle}', ko: '$ {medic} diagnose --bundle {bundle}' },
  'demo.step.own': { en: 'Now on your own clusters', ko: '직접 해보기' },
  'demo.own.diagnose': {
    en: 'diagnose all contexts of your kubeconfig (read-only)',
    ko: 'kubeconfig의 모든 컨텍스트 진단 (읽기 전용)',
  },
  'demo.own.contexts': { en: 'only some of them', ko: '일부 컨텍스트만 진단' },
  'demo.own.collect': {
    en: 'record the evidence, to diagnose it elsewhere',
    ko: '증거를 녹화해 다른 곳에서 진단',
  },
  'demo.own.lab': {
    en: 'real clusters on this machine, to break and to mend (Linux, root)',
    ko: '이 서버에 실습용 실제 클러스터 구성 (Linux, root)',
  },
  'demo.enter': { en: '[Enter]', ko: '[Enter]' },
} as const satisfies Record<string, Message>;
