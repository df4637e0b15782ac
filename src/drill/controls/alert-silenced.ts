import { alertIs, fireAlert, silenceAlert } from '../alerts.ts';
import { defineControl } from '../control.ts';
import { lasting, waitFor } from '../effects.ts';

/** An application's alert is silenced for two hours, with a reason and a name; the Watchdog fires as it always does. */
export const control = defineControl({
  name: 'alert-silenced',
  lab: { pipeline: 'rendered' },
  visibleAfter: 420,
  happens: async (context) => {
    await fireAlert(context);
    await waitFor(context, alertIs('told'), 240);
    await silenceAlert(context);
  },
  // What has just begun may be about to be told.
  effect: lasting(330, alertIs('silenced')),
});
