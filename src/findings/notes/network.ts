import { defineNotes } from '../sentence.ts';

export const network = defineNotes({
  'service-none': { en: 'no Service {service}', ko: 'Service 없음: {service}' },
  'node-port-none': { en: 'no Service has nodePort {port}', ko: 'nodePort {port}: 해당 Service 없음' },
  'service-selects-none': {
    en: 'Service {service}: selector {selector} matches no pod; pods have {labels}',
    ko: 'Service {service}: 셀렉터 {selector}에 맞는 파드 없음, 파드 레이블: {labels}',
  },
  'service-port-differs': {
    en: 'Service {service}: Service has {has}, {wanted} is needed',
    ko: 'Service {service}: 현재 {has}, 필요 {wanted}',
  },
  'service-no-address': {
    en: 'Service {service}: type LoadBalancer, no address',
    ko: 'Service {service}: LoadBalancer 타입, 할당된 주소 없음',
  },
  'ingress-none': { en: 'no Ingress has the host {host}', ko: '호스트 {host}: 해당 Ingress 없음' },
  'policy-blocks': {
    en: 'NetworkPolicy {policy} selects {name}; no rule allows {flow}',
    ko: 'NetworkPolicy {policy}: 적용 대상 {name}, 허용 규칙 없음 ({flow})',
  },
  'address-differs': {
    en: '{url}: {has} should be {suggestion}',
    ko: '{url}: 현재 {has}, 올바른 값 {suggestion}',
  },
  'ingress-class-none': {
    en: 'Ingress {ingress}: class {class} does not exist',
    ko: 'Ingress {ingress}: 존재하지 않는 클래스 {class}',
  },
});
