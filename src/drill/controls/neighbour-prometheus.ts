import { image } from '../../lab/pipeline/image.ts';
import { container } from '../../lab/pipeline/objects.ts';
import { addNeighbour, neighbourPods } from '../bystanders.ts';
import { defineControl } from '../control.ts';
import { allReady } from '../effects.ts';

const CONFIG = `scrape_configs:
  - job_name: itself
    static_configs:
      - targets: ['localhost:9090']
`;

/** A team's own Prometheus, which sends nothing to anybody and is none of the fleet's business. */
export const control = defineControl({
  name: 'neighbour-prometheus',
  visibleAfter: 90,
  happens: (context) => {
    const { names } = context;
    return addNeighbour(context, {
      containers: [
        container({
          name: 'prometheus',
          image: image(names, 'prometheus'),
          command: ['sh', '-c'],
          args: [
            `echo "$CONFIG" >/tmp/prometheus.yml
exec /bin/prometheus --config.file=/tmp/prometheus.yml --storage.tsdb.path=/data --web.listen-address=:9090`,
          ],
          env: [{ name: 'CONFIG', value: CONFIG }],
          ports: { web: 9090 },
          memory: '256Mi',
          readiness: { path: '/-/ready', port: 9090 },
        }),
      ],
    });
  },
  effect: allReady(neighbourPods, 1),
});
