import { logSays, receivePods } from '../effects.ts';
import { defineFault, hubPart } from '../fault.ts';
import { damageWal } from '../receive-data.ts';

export const fault = defineFault({
  name: 'receive-wal-damaged',
  lab: { pipeline: 'plain' },
  visibleAfter: 180,
  expected: { mode: 'receive/tsdb-corrupt', ...hubPart('receive') },
  inject: (context) => damageWal(context, 1),
  effect: logSays(receivePods, 'WAL read error, attempting repair'),
});
