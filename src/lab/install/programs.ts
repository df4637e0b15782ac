/**
 * The programs that the lab runs. Each Go module has its own `go.mod` and `go.sum`, because together they do
 * not resolve: see the files in `../tools`. Versions are those of the lock files.
 */
export interface GoModule {
  /** Folder below `src/lab/tools`. */
  folder: string;
  /** Only these labs run it: the others do not wait for its build. */
  only?: 'rendered' | 'older';
  programs: readonly GoProgram[];
}

export interface GoProgram {
  name: string;
  package: string;
  tags?: readonly string[];
  /** Link-time variables beyond `-s -w`. */
  variables?: Readonly<Record<string, string>>;
}

/** Which programs a lab needs besides those of every lab. */
export interface Wanted {
  rendered: boolean;
  older: boolean;
}

export const isWanted = ({ only }: { only?: keyof Wanted }, wanted: Wanted): boolean =>
  only === undefined || wanted[only];

export const KUBERNETES_VERSION = 'v1.35.4';

const KUBERNETES_VARIABLES = {
  'k8s.io/component-base/version.gitVersion': KUBERNETES_VERSION,
  'k8s.io/component-base/version.gitMajor': '1',
  'k8s.io/component-base/version.gitMinor': '35',
  'k8s.io/component-base/version.gitTreeState': 'clean',
};

const kubernetes = (name: string): GoProgram => ({
  name,
  package: `k8s.io/kubernetes/cmd/${name}`,
  variables: KUBERNETES_VARIABLES,
});

export const GO_MODULES: readonly GoModule[] = [
  {
    folder: 'demo',
    programs: ['demo', 'pause', 'slack', 'contrary'].map((name) => ({ name, package: `./${name}` })),
  },
  {
    folder: 'kubernetes',
    programs: [
      { name: 'etcd', package: 'go.etcd.io/etcd/server/v3' },
      kubernetes('kube-apiserver'),
      kubernetes('kube-controller-manager'),
      kubernetes('kube-scheduler'),
      kubernetes('kube-proxy'),
      kubernetes('kubelet'),
      kubernetes('kubectl'),
    ],
  },
  { folder: 'coredns', programs: [{ name: 'coredns', package: '.' }] },
  {
    folder: 'exporters',
    programs: [{ name: 'node_exporter', package: 'github.com/prometheus/node_exporter' }],
  },
  {
    folder: 'thanos',
    programs: [
      { name: 'prometheus', package: 'github.com/prometheus/prometheus/cmd/prometheus' },
      { name: 'promtool', package: 'github.com/prometheus/prometheus/cmd/promtool' },
      // Without `slicelabels` Thanos panics at its first gRPC answer; Prometheus is built without it.
      { name: 'thanos', package: 'github.com/thanos-io/thanos/cmd/thanos', tags: ['slicelabels'] },
    ],
  },
  {
    folder: 'older-prometheus',
    only: 'older',
    programs: [
      {
        name: 'prometheus-2.45',
        package: 'github.com/prometheus/prometheus/cmd/prometheus',
        variables: { 'github.com/prometheus/common/version.Version': '2.45.0' },
      },
    ],
  },
  {
    folder: 'older-thanos',
    only: 'older',
    programs: [
      {
        name: 'thanos-0.32',
        package: 'github.com/thanos-io/thanos/cmd/thanos',
        variables: { 'github.com/prometheus/common/version.Version': '0.32.5' },
      },
    ],
  },
  {
    folder: 'operator',
    only: 'rendered',
    programs: ['operator', 'prometheus-config-reloader'].map((name) => ({
      name,
      package: `github.com/prometheus-operator/prometheus-operator/cmd/${name}`,
      // The reloader's image must have the operator's version in its name: both print it.
      variables: { 'github.com/prometheus/common/version.Version': '0.85.0' },
    })),
  },
  {
    folder: 'alertmanager',
    only: 'rendered',
    programs: [{ name: 'alertmanager', package: 'github.com/prometheus/alertmanager/cmd/alertmanager' }],
  },
  {
    folder: 'kube-state-metrics',
    only: 'rendered',
    programs: [{ name: 'kube-state-metrics', package: 'k8s.io/kube-state-metrics/v2' }],
  },
  {
    folder: 'local-path',
    only: 'rendered',
    programs: [{ name: 'local-path-provisioner', package: 'github.com/rancher/local-path-provisioner' }],
  },
  {
    folder: 'traefik',
    only: 'rendered',
    programs: [{ name: 'traefik', package: 'github.com/traefik/traefik/v3/cmd/traefik' }],
  },
];

/** troubleshoot.sh: what `npm run bench` has beside it. No lab runs it. */
export const TROUBLESHOOT: GoModule = {
  folder: 'troubleshoot',
  programs: [
    {
      name: 'support-bundle',
      package: 'github.com/replicatedhq/troubleshoot/cmd/troubleshoot',
      // As its own Makefile builds it: without them it wants the headers of C libraries.
      tags: [
        'netgo',
        'containers_image_ostree_stub',
        'containers_image_openpgp',
        'exclude_graphdriver_devicemapper',
        'exclude_graphdriver_btrfs',
      ],
      variables: { 'github.com/replicatedhq/troubleshoot/pkg/version.version': 'v0.133.0' },
    },
  ],
};
