/**
 * Why something could not be read, where medic itself says so. Answers, bundles and errors carry it in English; beside
 * what another program says in the same place it is told in the language of the reader.
 */
export const DETAIL_MESSAGES = {
  'detail.no-answer': { en: 'no answer within {limit} ms', ko: '{limit} ms 안에 응답 없음' },
  'detail.probe-late': {
    en: "the probe's pod did not end within {limit} ms",
    ko: '프로브 파드가 {limit} ms 안에 종료되지 않음',
  },
  'detail.probe-none': { en: 'no probe', ko: '프로브 아님' },
  'detail.directory': { en: 'EISDIR: a directory', ko: 'EISDIR: 디렉터리' },
  'detail.bytes': { en: 'more than {limit} bytes', ko: '{limit}바이트 초과' },
  'detail.objects': { en: 'more than {limit} objects', ko: '오브젝트 {limit}개 초과' },
  'detail.values': { en: 'more values than any real answer has', ko: '실제 응답보다 지나치게 많은 값' },
  'detail.html-for-text': { en: 'HTML instead of text', ko: '텍스트가 아닌 HTML' },
  'detail.html-for-json': { en: 'HTML instead of JSON', ko: 'JSON이 아닌 HTML' },
  'detail.not-json': { en: 'not JSON', ko: 'JSON 아님' },
  'detail.unexpected': { en: 'unexpected content', ko: '예상과 다른 내용' },
  'detail.deadline': { en: 'the time for the whole collection was over', ko: '전체 수집 시간 초과' },
  'detail.not-recorded': { en: 'not in the bundle', ko: '번들에 없음' },
  'detail.no-context': { en: 'no context {context}', ko: '컨텍스트 {context} 없음' },
  'detail.no-grafana': { en: 'no grafana.api in a fleet file', ko: 'fleet 파일에 grafana.api 없음' },
  'detail.no-token': {
    en: 'what is named as the token of Grafana is none',
    ko: 'Grafana 토큰으로 지정된 값이 토큰이 아님',
  },
  'detail.not-set': { en: 'the variable {name} is not set', ko: '환경 변수 {name} 설정 안 됨' },
  'detail.not-asked': {
    en: 'its cluster is not among those that are asked',
    ko: '해당 클러스터가 확인 대상이 아님',
  },
  'detail.secret-lacks': { en: 'Secret {secret} has no {key}', ko: 'Secret {secret}: {key} 없음' },
  'detail.not-a-file': { en: 'not a file', ko: '파일 아님' },
  'detail.megabyte': { en: 'more than 1 MiB', ko: '1 MiB 초과' },
  'detail.size': { en: '{size} bytes', ko: '{size}바이트' },
  'detail.no-manifest': { en: 'no manifest', ko: '매니페스트 없음' },
  'detail.not-json-lines': { en: 'not JSON lines', ko: 'JSON Lines 형식 아님' },
  'detail.no-credential': {
    en: '{command}: no credential in its output',
    ko: '{command}: 출력에 인증 정보 없음',
  },
  'detail.no-json': { en: '{command}: its output is not JSON', ko: '{command}: 출력이 JSON 아님' },
  'detail.scheme': {
    en: 'server: {scheme} is neither http nor https',
    ko: 'server: http·https가 아닌 {scheme}',
  },
} as const;

const PATTERNS = Object.values(DETAIL_MESSAGES).map(({ en, ko }) => {
  const names = [...en.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const pattern = en.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '(\\S{1,253})');
  return { ko, names, pattern: new RegExp(`^${pattern}$`) };
});

/** The detail in Korean where it is one of ours; as it is where another program said it. */
export function detailInKorean(detail: string): string {
  for (const { ko, names, pattern } of PATTERNS) {
    const values = pattern.exec(detail)?.slice(1);
    if (values) return ko.replace(/\{(\w+)\}/g, (_, name: string) => values[names.indexOf(name)] ?? '');
  }
  return detail;
}
