import { anyOf, targetFails } from '../effects.ts';
import { defineFault, edgeApplication } from '../fault.ts';
import { replaceApplication } from '../stand-in.ts';

export const fault = defineFault({
  name: 'target-not-exposition',
  visibleAfter: 120,
  expected: { mode: 'scrape/target-not-exposition', ...edgeApplication },
  inject: (context) => replaceApplication(context, '-content-type=application/json', '-body={"status":"ok"}'),
  // Prometheus 2 reads it whatever type it has.
  effect: anyOf(
    targetFails('received unsupported Content-Type'),
    targetFails('expected a valid start token'),
  ),
});
