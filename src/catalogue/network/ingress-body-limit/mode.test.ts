import { describeChanged, logOf } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('network/ingress-body-limit', {
  says: [
    'ts=2026-11-21T07:11:22Z caller=dedupe.go:112 component=remote level=error remote_name=hub url=https://t/api/v1/receive msg="non-recoverable error" count=2000 err="server returned HTTP status 413 Request Entity Too Large: <html>"',
    'time=2026-11-21T07:11:22Z level=ERROR source=queue_manager.go:1670 msg="non-recoverable error" err="server returned HTTP status 413 Request Entity Too Large: <html>\\r\\n<head><title>413 Request Entity Too Large</title></head>"',
    '2026/11/21 07:11:22 [error] 33#33: *7 client intended to send too large body: 1382912 bytes, client: 10.42.0.9, server: thanos.example.com, request: "POST /api/v1/receive HTTP/1.1"',
    'err="server returned HTTP status 413 Payload Too Large: Payload Too Large"',
    '[2026-11-21T07:11:22Z] "POST /api/v1/receive HTTP/1.1" 413 - request_payload_too_large',
  ],
  not: {
    '2026/11/21 07:11:22 [warn] a client request body is buffered to a temporary file /var/cache/nginx/client_temp/0000000001':
      null,
  },
});

describeChanged('network/ingress-body-limit', {
  from: 'agent-name-not-found',
  change: logOf(
    /pods\/vokmu-gunorjin/,
    'ts=2026-11-21T07:11:22.022Z level=error component=remote msg="non-recoverable error" err="server returned HTTP status 413 Request Entity Too Large: <html>"',
  ),
  at: { role: 'agent', cluster: 'muvune-haguxi', name: 'vokmu-gunorjin' },
  hidden: /\/log\?/,
});
