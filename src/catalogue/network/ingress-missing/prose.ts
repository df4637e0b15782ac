import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'No Ingress for the name',
    summary: '{kind} {name}: no Ingress, or no controller of its class, takes the name {host}.',
    meaning:
      'A client uses a name that leads to an Ingress controller, and no Ingress names it, or the Ingress names a class that no controller serves.',
    impact:
      'The controller answers 404 from its default backend, or nothing listens. The client cannot get through.',
    prevention: 'Keep Ingresses in version control beside the Service, and probe each name from outside.',
    steps: {
      'list-ingresses': 'See which names have an Ingress, of which class, and with an address',
      'list-classes': 'See which classes exist, and their controllers',
      'create-ingress': 'Apply the Ingress, with ingressClassName set to a class that exists',
      'default-class':
        'Mark one class as the default (annotation ingressclass.kubernetes.io/is-default-class)',
      gitops: 'Let GitOps keep the Ingress, so that a deleted one comes back',
    },
  },
  ko: {
    title: 'Ingress 없음',
    summary: '{kind} {name}: {host} 이름을 처리하는 Ingress 또는 해당 클래스의 컨트롤러가 없습니다.',
    meaning:
      '클라이언트가 쓰는 이름이 Ingress 컨트롤러로 향하지만 그 이름의 Ingress가 없거나, Ingress의 클래스를 담당하는 컨트롤러가 없는 상태입니다.',
    impact:
      '컨트롤러의 기본 백엔드가 404를 응답하거나 아무도 수신하지 않습니다. 클라이언트가 접속할 수 없습니다.',
    prevention: 'Ingress를 Service와 함께 형상 관리하고 외부에서 이름별로 프로브합니다.',
    steps: {
      'list-ingresses': '이름별 Ingress, 클래스, 주소 확인',
      'list-classes': 'IngressClass와 컨트롤러 확인',
      'create-ingress': '존재하는 클래스를 ingressClassName에 지정해 Ingress 적용',
      'default-class': '기본 클래스 지정 (ingressclass.kubernetes.io/is-default-class 어노테이션)',
      gitops: '삭제돼도 복구되도록 GitOps로 관리',
    },
  },
});
