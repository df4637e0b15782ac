import type { ClusterLayout, LabLayout } from '../layout.ts';
import type { LabNames } from './names.ts';
import { configMap, container, type KubernetesObject, service, workload } from './objects.ts';

/** The cluster's DNS: CoreDNS as a Deployment, and the names by which clusters of the lab reach each other. */
export function dnsObjects(
  lab: LabLayout,
  cluster: ClusterLayout,
  names: LabNames,
  image: string,
): KubernetesObject[] {
  const namespace = names.namespaces.dns;
  const name = names.workloads.dns;
  const labels = { [names.labelKeys.name]: name };
  const rules = [
    { apiGroups: [''], resources: ['services', 'pods', 'namespaces'], verbs: ['list', 'watch'] },
  ];
  return [
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace } },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRole',
      metadata: { name },
      rules: [
        ...rules,
        { apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: ['list', 'watch'] },
      ],
    },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRoleBinding',
      metadata: { name },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name },
      subjects: [{ kind: 'ServiceAccount', name, namespace }],
    },
    configMap(name, namespace, { Corefile: corefile(lab, names), 'outside.zone': OUTSIDE }),
    workload({
      kind: 'Deployment',
      name,
      namespace,
      labels,
      annotations: { 'prometheus.io/scrape': 'true', 'prometheus.io/port': '9153' },
      pod: {
        serviceAccountName: name,
        dnsPolicy: 'Default',
        containers: [
          container({
            name,
            image,
            args: ['-conf', '/etc/coredns/Corefile'],
            ports: { metrics: 9153 },
            memory: '128Mi',
            readiness: { path: '/ready', port: 8181 },
            mounts: [{ name: 'config', mountPath: '/etc/coredns', readOnly: true }],
          }),
        ],
        volumes: [{ name: 'config', configMap: { name } }],
      },
    }),
    service({
      name: names.services.dns,
      namespace,
      selector: labels,
      clusterIP: cluster.dnsAddress,
      ports: [
        { name: 'dns', port: 53, protocol: 'UDP' },
        { name: 'dns-tcp', port: 53 },
      ],
    }),
  ];
}

/** The lab has no outside: every other name does not exist, as a resolver above would say. */
const OUTSIDE = '. 60 IN SOA ns.outside. admin.outside. 1 60 60 60 5\n. 60 IN NS ns.outside.\n';

function corefile(lab: LabLayout, names: LabNames): string {
  return `.:53 {
    errors
    health
    ready
    kubernetes cluster.local in-addr.arpa ip6.arpa {
        pods insecure
        fallthrough in-addr.arpa ip6.arpa
    }
    hosts {
        ${lab.clusters[0]?.nodeAddress} ${names.remoteWriteHost}
        fallthrough
    }
    prometheus :9153
    cache 5
    reload
    loadbalance
    file /etc/coredns/outside.zone .
}
`;
}
