import { RENDERED_IMAGES } from '../../install/images.ts';
import type { LabNames } from '../names.ts';
import { container, type KubernetesObject, service, workload } from '../objects.ts';
import { underNames } from './names.ts';

const ENTRY_PORT = 8000;
const PING_PORT = 8081;

/** Traefik as the hub's ingress controller, reached by a port of the node. */
export function ingressControllerObjects(names: LabNames): KubernetesObject[] {
  const { ingressController: name, ingressClass } = underNames(names);
  const namespace = names.namespaces.dns;
  const labels = { [names.labelKeys.name]: name };
  const read = ['get', 'list', 'watch'];
  return [
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'IngressClass',
      metadata: { name: ingressClass },
      spec: { controller: 'traefik.io/ingress-controller' },
    },
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace } },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRole',
      metadata: { name },
      rules: [
        { apiGroups: [''], resources: ['services', 'secrets', 'nodes', 'endpoints'], verbs: read },
        { apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: read },
        { apiGroups: ['networking.k8s.io'], resources: ['ingresses', 'ingressclasses'], verbs: read },
        { apiGroups: ['networking.k8s.io'], resources: ['ingresses/status'], verbs: ['update'] },
      ],
    },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRoleBinding',
      metadata: { name },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name },
      subjects: [{ kind: 'ServiceAccount', name, namespace }],
    },
    service({
      name,
      namespace,
      selector: labels,
      type: 'NodePort',
      ports: [{ name: 'web', port: ENTRY_PORT, nodePort: names.ports.remoteWriteNodePort }],
    }),
    workload({
      kind: 'Deployment',
      name,
      namespace,
      labels,
      pod: {
        serviceAccountName: name,
        containers: [
          container({
            name,
            image: `${names.registry}/${RENDERED_IMAGES.traefik.name}`,
            args: [
              '--global.checknewversion=false',
              '--global.sendanonymoususage=false',
              `--entrypoints.web.address=:${ENTRY_PORT}`,
              `--entrypoints.traefik.address=:${PING_PORT}`,
              '--ping=true',
              '--metrics.prometheus=true',
              '--providers.kubernetesingress=true',
              `--providers.kubernetesingress.ingressclass=${ingressClass}`,
            ],
            ports: { web: ENTRY_PORT, metrics: PING_PORT },
            memory: '256Mi',
            readiness: { path: '/ping', port: PING_PORT },
          }),
        ],
      },
    }),
  ];
}
