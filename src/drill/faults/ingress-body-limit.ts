import { configMap } from '../../lab/pipeline/objects.ts';
import { agentPods, logSays } from '../effects.ts';
import { changeController, entrance } from '../entrance.ts';
import { defineFault } from '../fault.ts';

const FOLDER = '/etc/traefik/dynamic';
const FILE = 'bodies.yaml';
/** Less than a full batch of remote write, which has tens of kilobytes; what is left over at its deadline passes. */
const MAX_BYTES = 8192;
const MIDDLEWARES = { http: { middlewares: { bodies: { buffering: { maxRequestBodyBytes: MAX_BYTES } } } } };

export const fault = defineFault({
  name: 'ingress-body-limit',
  lab: { pipeline: 'rendered' },
  visibleAfter: 240,
  expected: { mode: 'network/ingress-body-limit', cluster: ({ hub }) => hub, role: 'ingress' },
  inject: async (context) => {
    const { hands, hub, names } = context;
    const name = 'ingress-middlewares';
    // JSON is YAML.
    await hands.create(hub, configMap(name, names.namespaces.dns, { [FILE]: JSON.stringify(MIDDLEWARES) }));
    await changeController(context, (container, { template }) => {
      container.args.push(`--providers.file.filename=${FOLDER}/${FILE}`);
      container.volumeMounts = [...(container.volumeMounts ?? []), { name, mountPath: FOLDER }];
      template.spec.volumes = [...(template.spec.volumes ?? []), { name, configMap: { name } }];
    });
    await hands.change(hub, entrance(context), ({ metadata }) => {
      metadata.annotations = {
        ...metadata.annotations,
        'traefik.ingress.kubernetes.io/router.middlewares': 'bodies@file',
      };
    });
  },
  effect: logSays(agentPods, 'HTTP status 413'),
});
