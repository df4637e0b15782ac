import { logSays, receivePods } from '../effects.ts';
import { defineFault, hubPart } from '../fault.ts';
import { changeReceive } from '../receive.ts';

export const fault = defineFault({
  name: 'receive-upload-off',
  lab: { pipeline: 'plain' },
  visibleAfter: 420,
  expected: { mode: 'receive/upload-not-configured', ...hubPart('receive') },
  inject: (context) => changeReceive(context, (args) => args.filter((arg) => !arg.startsWith('--objstore.'))),
  effect: logSays(receivePods, 'uploads will be disabled'),
});
