import { logSays } from '../effects.ts';
import { defineFault } from '../fault.ts';
import { addRecorder, hubSidecar, recorderPods } from '../sidecar.ts';

/** Prometheus compacts its blocks, as it does by default: the sidecar refuses to upload them. */
export const fault = defineFault({
  name: 'sidecar-upload-failing',
  lab: { pipeline: 'plain' },
  visibleAfter: 240,
  expected: { mode: 'sidecar/upload-failing', ...hubSidecar },
  inject: (context) => addRecorder(context, { blocks: [] }),
  effect: logSays(recorderPods, 'Compaction needs to be disabled'),
});
