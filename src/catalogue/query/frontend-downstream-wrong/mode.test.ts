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
