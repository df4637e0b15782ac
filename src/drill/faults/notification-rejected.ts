import { RENDERED } from '../../lab/pipeline/rendered/names.ts';
import { changeSlackUrl, fireAlert } from '../alerts.ts';
import { alertmanagerPods, logSays } from '../effects.ts';
import { defineFault } from '../fault.ts';

/** The webhook was revoked: what is in Slack's place answers as Slack does, 404 and `no_service`. */
export const fault = defineFault({
  name: 'notification-rejected',
  lab: { pipeline: 'rendered' },
  visibleAfter: 300,
  expected: {
    mode: 'alertmanager/notification-rejected',
    cluster: ({ hub }) => hub,
    role: 'alertmanager',
    name: () => RENDERED.alertmanager,
  },
  inject: async (context) => {
    await changeSlackUrl(context, (url) => `${url.trim()}-revoked`);
    await fireAlert(context);
  },
  effect: logSays(alertmanagerPods, 'no_service'),
});
