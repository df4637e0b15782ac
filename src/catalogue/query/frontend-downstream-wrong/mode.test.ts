import { type Change, changes, copied, describeChanged } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('query/frontend-downstream-wrong', {
  says: [
    'level=warn caller=intrumentation.go:67 msg="changing probe status" status=not-ready reason="roundtripping to downstream URL http://thanos-qurey:9090/-/ready: dial tcp: lookup thanos-qurey: no such host"',
    '{"level":"warn","msg":"changing probe status","status":"not-ready","reason":"downstream URL http://query:10901/-/ready returned an error: 404"}',
    'error validating the config: downstream URL should be configured',
  ],
  not: {
    'level=info msg="changing probe status" status=ready': null,
    'msg="changing probe status" status=not-ready reason="roundtripping to downstream URL http://q:9090/-/ready: EOF"\nmsg="changing probe status" status=ready':
      null,
  },
});

const URL = 'http://thanos-qurey.monitoring.svc.cluster.local:10902';

/** A query frontend beside Query, whose downstream URL has two letters exchanged; it is not ready. */
const frontend = (copy: string) =>
  copy
    .replace(/"args":\[[^\]]*\]/, `"args":["query-frontend","--query-frontend.downstream-url=${URL}"]`)
    .replaceAll('thanos-query', 'thanos-frontend')
    .replaceAll('query-part', 'frontend-part')
    .replaceAll(
      '"type":"Ready","observedGeneration":1,"status":"True"',
      '"type":"Ready","observedGeneration":1,"status":"False"',
    )
    .replaceAll('"ready":true', '"ready":false')
    .replace('"podIP":"10.64.10.25"', '"podIP":"10.64.10.99"');

const log: Change = ({ path }, body) =>
  /pods\/thanos-frontend[^/]*\/log\?/.test(path)
    ? `2026-11-21T08:53:00Z level=warn msg="changing probe status" status=not-ready reason="roundtripping to downstream URL ${URL}/-/ready: no such host"\n`
    : body;

describeChanged('query/frontend-downstream-wrong', {
  from: 'healthy',
  change: changes(
    copied(/\/deployments\?/, 'thanos-query', frontend),
    copied(/^\/api\/v1\/pods\?/, 'thanos-query', frontend),
    log,
  ),
  at: { role: 'query-frontend' },
  hidden: /\/log\?|\/services\?/,
});
