import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Query lacks an endpoint',
    summary: '{kind} {name} does not ask a store that it should: {missing}',
    meaning:
      'A store (Receive, Store, a sidecar) is in none of the endpoints of Query, or its address is written wrong there. Query without any store answers every query with nothing.',
    impact:
      'What only this store has is missing in every answer, without an error: recent data without Receive, older data without Store.',
    prevention:
      'Let endpoints follow Services (dnssrv+ on the headless Service), and alert on the number of stores by type.',
    steps: {
      'see-stores': 'See which stores Query knows',
      'see-flags':
        'Compare its endpoints (--endpoint, or the file of --endpoint.sd-config-file) with the Services of the stores',
      'add-endpoint':
        'Add or correct the endpoint: --endpoint=dnssrv+_grpc._tcp.SERVICE.NAMESPACE.svc.cluster.local for all pods of a headless Service; the gRPC port, not the HTTP port',
      'by-service': 'Name Services and not pods, so that scaling needs no change',
      'stores-listed': 'Query lists the store without an error',
    },
  },
  ko: {
    title: 'Query에 스토어 엔드포인트 누락',
    summary: '{kind} {name}: 조회해야 할 스토어가 등록되지 않았습니다: {missing}',
    meaning:
      '스토어(Receive, Store, sidecar)가 Query 엔드포인트에 없거나 주소가 틀린 상태입니다. 스토어가 하나도 없으면 모든 쿼리 결과가 비어 있습니다.',
    impact:
      '해당 스토어에만 있는 데이터가 오류 없이 빠집니다. Receive가 없으면 최근 데이터, Store가 없으면 오래된 데이터가 보이지 않습니다.',
    prevention:
      '엔드포인트가 Service를 따르게 하고(headless Service에 dnssrv+), 종류별 스토어 수 알람을 설정합니다.',
    steps: {
      'see-stores': 'Query에 등록된 스토어 확인',
      'see-flags': '엔드포인트(--endpoint 또는 --endpoint.sd-config-file 파일)와 스토어 Service 비교',
      'add-endpoint':
        '엔드포인트 추가 또는 수정: headless Service의 모든 파드는 --endpoint=dnssrv+_grpc._tcp.SERVICE.NAMESPACE.svc.cluster.local. HTTP 포트가 아닌 gRPC 포트 사용',
      'by-service': '파드가 아닌 Service 이름으로 등록 (스케일링할 때 변경 불필요)',
      'stores-listed': 'Query 스토어 목록에서 오류 없이 표시되는지 확인',
    },
  },
});
