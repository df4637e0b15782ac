import { describeTexts } from '../../texts.testing.ts';

describeTexts('grafana/root-url-mismatch', {
  says: [
    "If you're seeing this Grafana has failed to load its application files",
    'logger=live t=2026-11-21T07:11:22Z level=warn msg="Request Origin is not authorized" origin=https://grafana.example.com host=grafana.monitoring appUrl=http://localhost:3000/ allowedOrigins=',
    'ERR_TOO_MANY_REDIRECTS',
    'curl: (47) Maximum (50) redirects followed',
    '{"message":"origin not allowed"}',
    'Error 400: redirect_uri_mismatch',
    'Templating [cluster] Error updating options: origin not allowed',
  ],
  not: {
    'CORS error: origin not allowed by Access-Control-Allow-Origin': null,
    'logger=context level=info msg="Request Completed" method=GET path=/ status=302 duration=1ms': null,
  },
});
