import { defineNotes } from '../sentence.ts';

export const grafana = defineNotes({
  'datasources-none': {
    en: 'datasources: {count}, of Prometheus: 0',
    ko: '데이터소스 {count}개, 그중 Prometheus 0개',
  },
  'dashboards-lost': {
    en: '{count} dashboards, none finds its datasource: {datasource}',
    ko: '대시보드 {count}개 모두 데이터소스를 찾지 못함: {datasource}',
  },
  'variable-label': {
    en: '{dashboard}: {variable} lists the label {label}, clusters have {identity}',
    ko: '{dashboard}: 변수 {variable} 레이블 {label}, 클러스터 식별 레이블 {identity}',
  },
  'defaults-several': { en: 'isDefault: true in {datasources}', ko: 'isDefault: true 중복: {datasources}' },
  'service-no-port': {
    en: 'Service {service} has no port {port}',
    ko: 'Service {service}: 포트 {port} 없음',
  },
  'port-of-grpc': { en: 'port {port} speaks gRPC', ko: '포트 {port}: gRPC 포트' },
});
