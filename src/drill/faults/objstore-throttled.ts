import { image } from '../../lab/pipeline/image.ts';
import { anyOf, compactorPods, logSays, objectStorePods, storePods } from '../effects.ts';
import { defineFault, objectStore } from '../fault.ts';
import { changeWorkload } from '../workloads.ts';

/** What S3 says to clients that ask too much. */
const SLOW_DOWN =
  '<?xml version="1.0" encoding="UTF-8"?><Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message></Error>';

/** The ill-behaved server in the place of the store, which keeps its volume. */
export const fault = defineFault({
  name: 'objstore-throttled',
  lab: { pipeline: 'plain' },
  visibleAfter: 300,
  expected: { mode: 'objstore/throttled', ...objectStore },
  inject: (context) =>
    changeWorkload(context, 'statefulset', objectStorePods, (container) => {
      const { names } = context;
      container.image = image(names, 'contrary');
      container.args = [
        ...[`-listen=:${names.ports.s3}`, '-status=503'],
        ...['-content-type=application/xml', `-body=${SLOW_DOWN}`],
      ];
      if (container.readinessProbe) container.readinessProbe.httpGet.path = '/ready';
    }),
  effect: anyOf(
    logSays(compactorPods, 'reduce your request rate'),
    logSays(storePods, 'reduce your request rate'),
  ),
});
