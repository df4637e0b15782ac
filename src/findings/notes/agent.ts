import { defineNotes } from '../sentence.ts';

export const agent = defineNotes({
  'segments-behind': {
    en: 'remote write reads {segments} segments behind',
    ko: 'remote write가 읽는 위치: 최신 세그먼트보다 {segments}개 뒤',
  },
  'segments-behind-of': {
    en: 'remote write reads {segments} segments behind, the WAL has {size} MiB',
    ko: 'remote write가 읽는 위치: 최신 세그먼트보다 {segments}개 뒤, WAL 크기 {size} MiB',
  },
  'job-series': {
    en: 'job {job}: {now} series, {before} before',
    ko: '잡 {job}: 시계열 {now}개, 이전 {before}개',
  },
  'job-churn': {
    en: 'job {job}: {now} series, {added} new ones in 10 min',
    ko: '잡 {job}: 시계열 {now}개, 최근 10분 신규 {added}개',
  },
  'monitor-port-of-pods': {
    en: 'port {port} is none of the pods, which have {has}',
    ko: '포트 {port} 없음, 파드의 포트: {has}',
  },
  'monitor-port-of-service': {
    en: 'port {port} is none of the Service, which has {has}',
    ko: '포트 {port} 없음, Service의 포트: {has}',
  },
  'ports-nameless': { en: 'none with a name', ko: '이름 있는 포트 없음' },
  'monitor-labels': {
    en: 'its labels do not fit {field} {selector}',
    ko: '레이블이 {field} 조건에 맞지 않음: {selector}',
  },
  'monitor-selector-none': {
    en: '{owner} has no {field}, so that it takes none',
    ko: '{owner}: {field} 설정 없음, 선택되는 모니터 없음',
  },
  'monitor-namespace': {
    en: 'no job was made of it: {field} does not take namespace {namespace}',
    ko: '생성된 잡 없음: {field} 대상에 네임스페이스 {namespace} 미포함',
  },
  'exporter-unselected': {
    en: '{name} runs; no monitor selects it and no target is one of its pods',
    ko: '{name}: 실행 중, 선택하는 모니터 없음, 타깃에 해당 파드 없음',
  },
  'job-vanished': {
    en: 'job {job} had samples within the last hour and has none now; pod {pod} runs, and no monitor selects it',
    ko: '잡 {job}: 최근 1시간 내 샘플이 있었으나 현재 없음, 파드 {pod} 실행 중, 선택하는 모니터 없음',
  },
});
