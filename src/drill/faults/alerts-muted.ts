import { parse, stringify } from 'yaml';
import { RENDERED } from '../../lab/pipeline/rendered/names.ts';
import { alertGoesTo, environmentOf, fireAlert } from '../alerts.ts';
import { lasting } from '../effects.ts';
import { defineFault } from '../fault.ts';

const NOBODY = 'nobody';

/** Someone muted an environment by a route, and forgot it: an alert of that environment fires, and nobody is told. */
export const fault = defineFault({
  name: 'alerts-muted',
  lab: { pipeline: 'rendered' },
  visibleAfter: 600,
  expected: {
    mode: 'alertmanager/route-muted',
    cluster: ({ hub }) => hub,
    role: 'alertmanager',
    name: () => RENDERED.alertmanager,
  },
  inject: async (context) => {
    const { hands, hub, names } = context;
    const { pipeline: namespace } = names.namespaces;
    const secret = { kind: 'secret', namespace, name: RENDERED.alertmanagerConfig };
    await hands.changeText(hub, secret, 'alertmanager.yaml', (text) => {
      const config = parse(text) as { route: { routes: object[] } };
      const environment = JSON.stringify(environmentOf(context));
      config.route.routes.unshift({ matchers: [`environment=${environment}`], receiver: NOBODY });
      return stringify(config);
    });
    await fireAlert(context);
  },
  // What has just begun may not have been told yet.
  effect: lasting(330, alertGoesTo(NOBODY)),
});
