import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Receiver does not take this protocol',
    summary: '{kind} {name} sends in a protocol or encoding that the far end does not take: {error}',
    meaning:
      'Remote write 2.0 to a receiver of 1.0, another compression than snappy, native histograms where they are off, or another service at that address. A receiver of 1.0 may even answer 2xx and keep nothing.',
    impact: 'All or part of the samples are dropped, and not tried again.',
    prevention: 'Raise the receiver first, then the protocol of the writers; check that samples arrive.',
    steps: {
      'see-log': 'Read what is refused: message, compression, content type or native histograms',
      'set-protocol':
        'Set protobuf_message: prometheus.WriteRequest (messageVersion: V1.0 under the operator) for Thanos Receive, and send_native_histograms: false where the receiver has them off. The change rebuilds the queue: what is unsent then is lost',
      'receiver-first':
        'Write down which protocol each receiver takes, and check it when either side is upgraded',
    },
  },
  ko: {
    title: 'Remote Write 프로토콜 불일치',
    summary: '{kind} {name}: 대상이 지원하지 않는 프로토콜 또는 인코딩으로 전송합니다. {error}',
    meaning:
      '1.0만 받는 대상에 Remote Write 2.0으로 보내거나, snappy가 아닌 압축을 쓰거나, 꺼져 있는 native histogram을 보내거나, 그 주소에 다른 서비스가 있는 상태입니다. 1.0 대상은 2xx로 응답하고도 저장하지 않을 수 있습니다.',
    impact: '샘플 전부 또는 일부가 재시도 없이 버려집니다.',
    prevention: '수신 측을 먼저 올린 뒤 writer의 프로토콜을 올리고, 샘플이 도착하는지 확인합니다.',
    steps: {
      'see-log': '거부 대상 확인 (메시지 형식, 압축, content type, native histogram)',
      'set-protocol':
        'Thanos Receive에는 protobuf_message: prometheus.WriteRequest 설정 (오퍼레이터는 messageVersion: V1.0). 수신 측에서 native histogram이 꺼져 있으면 send_native_histograms: false. 변경 시 큐가 다시 만들어지므로 그때 남아 있던 샘플은 유실됨',
      'receiver-first': '수신 측별 지원 프로토콜을 기록하고 어느 쪽이든 업그레이드할 때 확인',
    },
  },
});
