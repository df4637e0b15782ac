import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Service port is wrong',
    summary: 'Service {service} has {has}; {wanted} is needed.',
    meaning:
      'The Service selects the right pods, but a port, target port or node port of it is not the one that client and server use.',
    impact: 'Connections are refused or reach nothing. One that stands may go on for minutes.',
    prevention: 'Use named target ports, and change port numbers in Service and client together.',
    steps: {
      'see-ports': 'See the ports of the Service',
      'set-port': 'Set the port back to the one that is needed',
      'named-ports': 'Refer to container ports by name, so that a number stands in one place only',
      'has-endpoints': 'The endpoints have the right port',
    },
  },
  ko: {
    title: '서비스 포트 오류',
    summary: '서비스 {service} 설정: {has}. 필요한 포트: {wanted}',
    meaning:
      'Service가 올바른 파드를 선택하지만 port, targetPort, nodePort 중 하나가 클라이언트나 서버와 다른 상태입니다.',
    impact: '연결이 거부되거나 닿지 않습니다. 기존 연결은 몇 분간 유지될 수 있습니다.',
    prevention: 'targetPort를 이름으로 지정하고, 포트 번호는 Service와 클라이언트에서 함께 변경합니다.',
    steps: {
      'see-ports': 'Service 포트 확인',
      'set-port': '필요한 포트로 수정',
      'named-ports': '컨테이너 포트를 이름으로 참조해 번호를 한 곳에서만 관리',
      'has-endpoints': '엔드포인트 포트 확인',
    },
  },
});
