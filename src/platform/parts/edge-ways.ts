import { RECEIVE_SERVICE } from '../../fleet/file/resolve.ts';
import { metadata } from '../builders.ts';
import type { RenderContext } from '../context.ts';
import type { PlatformObject } from '../kubernetes.ts';
import { NAMES, PORTS } from '../names.ts';

interface Way {
  name: string;
  host: string;
  service: string;
  port: number;
}

/** The ways into the hub: remote write for edges and Grafana for people, for the controller that the fleet names. */
export function ingress(context: RenderContext): PlatformObject[] {
  const { ingress: settings, grafana } = context.fleet;
  if (settings.controller === 'none') return [];
  const ways: Way[] = [];
  if (settings.receiveHost !== null) {
    const port = PORTS.remoteWrite;
    ways.push({ name: RECEIVE_SERVICE, host: settings.receiveHost, service: RECEIVE_SERVICE, port });
  }
  if (settings.grafanaHost !== null && grafana.enabled) {
    const { grafana: name } = NAMES;
    ways.push({ name, host: settings.grafanaHost, service: name, port: PORTS.grafana });
  }
  return ways.map((way) =>
    settings.controller === 'gateway' ? routeOf(context, way) : ingressOf(context, way),
  );
}

function ingressOf(context: RenderContext, { name, host, service, port }: Way): PlatformObject {
  const { controller, className, tlsSecret } = context.fleet.ingress;
  const nginx = {
    // A batch of remote write is larger than the 1 MiB that nginx takes by default.
    'nginx.ingress.kubernetes.io/proxy-body-size': '0',
    'nginx.ingress.kubernetes.io/proxy-read-timeout': '60',
    'nginx.ingress.kubernetes.io/proxy-send-timeout': '60',
  };
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: {
      ...metadata(context, name),
      // Traefik has no limit of its own.
      ...(controller === 'ingress-nginx' && { annotations: nginx }),
    },
    spec: {
      ingressClassName: className ?? (controller === 'ingress-nginx' ? 'nginx' : 'traefik'),
      ...(tlsSecret !== null && { tls: [{ hosts: [host], secretName: tlsSecret }] }),
      rules: [
        {
          host,
          http: {
            paths: [
              {
                path: '/',
                pathType: 'Prefix',
                backend: { service: { name: service, port: { number: port } } },
              },
            ],
          },
        },
      ],
    },
  };
}

/** Gateway API sets no limit to a body; the Gateway, with its listeners and certificates, is the platform's. */
function routeOf(context: RenderContext, { name, host, service, port }: Way): PlatformObject {
  const { className, gatewayNamespace } = context.fleet.ingress;
  return {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: metadata(context, name),
    spec: {
      parentRefs: [{ name: className ?? '', namespace: gatewayNamespace ?? '' }],
      hostnames: [host],
      rules: [{ backendRefs: [{ name: service, port }] }],
    },
  };
}
