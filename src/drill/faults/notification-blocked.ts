import { RENDERED } from '../../lab/pipeline/rendered/names.ts';
import { changeSlackUrl, fireAlert } from '../alerts.ts';
import { alertmanagerPods, logSays } from '../effects.ts';
import { defineFault } from '../fault.ts';
import { takeAddress } from '../site.ts';

/** Nobody's (RFC 5737): the lab's machine takes it, and nothing listens there. */
const OUTSIDE = '203.0.113.9';

/** The receiver is a host outside of all clusters, which is there and refuses connections. */
export const fault = defineFault({
  name: 'notification-blocked',
  lab: { pipeline: 'rendered' },
  visibleAfter: 300,
  expected: {
    mode: 'alertmanager/notification-blocked',
    cluster: ({ hub }) => hub,
    role: 'alertmanager',
    name: () => RENDERED.alertmanager,
  },
  inject: async (context) => {
    await takeAddress(context, OUTSIDE);
    await changeSlackUrl(context, (url) => url.replace(/^http:\/\/[^/]+/, `https://${OUTSIDE}`));
    await fireAlert(context);
  },
  effect: logSays(alertmanagerPods, `${OUTSIDE}:443: connect: connection refused`),
});
