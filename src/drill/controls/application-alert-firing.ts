import { alertIs, fireAlert } from '../alerts.ts';
import { defineControl } from '../control.ts';
import { lasting } from '../effects.ts';

/** An alert about an application fires, and whom it concerns is told. */
export const control = defineControl({
  name: 'application-alert-firing',
  lab: { pipeline: 'rendered' },
  visibleAfter: 480,
  happens: fireAlert,
  effect: lasting(120, alertIs('told')),
});
