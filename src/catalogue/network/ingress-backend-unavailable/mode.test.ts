import { describeTexts } from '../../texts.testing.ts';

describeTexts('network/ingress-backend-unavailable', {
  says: [
    'err="server returned HTTP status 502 Bad Gateway: <html>"',
    'msg="Failed to send batch, retrying" err="server returned HTTP status 504 Gateway Time-out: <html>"',
    '2026/11/21 07:11:22 [error] 33#33: *7 connect() failed (111: Connection refused) while connecting to upstream, client: 10.42.0.9, server: t.example.com, upstream: "http://10.42.0.12:19291/api/v1/receive"',
    'W1121 07:11:22.022 7 controller.go:1144] Service "monitoring/thanos-receive" does not have any active Endpoint.',
    'err="server returned HTTP status 503 Service Unavailable: no available server"',
    'upstream connect error or disconnect/reset before headers. reset reason: connection failure',
  ],
  not: {
    'err="server returned HTTP status 503 Service Unavailable: service unavailable"': null,
  },
});
