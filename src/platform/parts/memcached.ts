import { container, service, statefulSet } from '../builders.ts';
import type { RenderContext } from '../context.ts';
import { imageOf } from '../images.ts';
import type { PlatformObject } from '../kubernetes.ts';
import { NAMES, PORTS } from '../names.ts';

/** Memcached for the answers of Query Frontend and the index of Store. */
export function memcached(context: RenderContext): PlatformObject[] {
  const { cache } = context.fleet;
  if (!cache.enabled) return [];
  const probe = { tcpSocket: { port: 'memcached' }, periodSeconds: 10 };
  return [
    service(context, {
      name: NAMES.memcached,
      headless: true,
      ports: { memcached: { port: PORTS.memcached } },
    }),
    statefulSet(context, {
      name: NAMES.memcached,
      replicas: cache.replicas,
      containers: [
        {
          ...container({
            name: NAMES.memcached,
            image: imageOf(context.fleet, 'memcached'),
            args: [
              `--memory-limit=${cache.memory}`,
              `--max-item-size=${cache.maxItemSize}m`,
              '--conn-limit=4096',
              `--port=${PORTS.memcached}`,
            ],
            ports: { memcached: PORTS.memcached },
            resources: cache.resources,
          }),
          readinessProbe: probe,
          livenessProbe: { ...probe, initialDelaySeconds: 30 },
        },
      ],
    }),
  ];
}
