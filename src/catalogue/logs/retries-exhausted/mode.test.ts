import { describeTexts } from '../../texts.testing.ts';

describeTexts('logs/retries-exhausted', {
  says: [
    "[2026/11/21 10:00:00] [ warn] [engine] chunk '1-1677401624.242975823.flb' cannot be retried: task_id=0, input=tail.0 > output=es.0",
    "[2026/11/21 10:00:00] [error] [engine] chunk '1-1764.flb' cannot be retried: task_id=7, input=tail.0 > output=opensearch.0",
  ],
  not: {
    "[2026/11/21 10:00:00] [ warn] [engine] failed to flush chunk '1-1.flb', retry in 11 seconds: task_id=40, input=tail.0 > output=opensearch.0 (out_id=0)":
      null,
    "[2026/11/21 10:00:00] [error] [output:es:es.0] HTTP status=401 URI=/_bulk, response:\n[2026/11/21 10:00:00] [error] [engine] chunk '1-1.flb' cannot be retried: task_id=0, input=tail.0 > output=es.0":
      'logs/output-unauthorized',
  },
});
