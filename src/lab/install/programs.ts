/**
 * The programs that the lab runs. Each Go module has its own `go.mod` and `go.sum`, because together they do
 * not resolve: see the files in `../tools`. Versions are those of the lock files.
 */
export interface GoModule {
  /** Folder below `src/lab/tools`. */
  folder: string;
  programs: readonly GoProgram[];
}

export interface GoProgram {
  name: string;
  package: string;
  tags?: readonly string[];
  /** Link-time variables beyond `-s -w`. */
  variables?: Readonly<Record<string, string>>;
}

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
  { folder: 'demo', programs: ['demo', 'pause'].map((name) => ({ name, package: `./${name}` })) },
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
];
