import type { Container } from '../../evidence/kubernetes/pods.ts';
import type { Role } from '../../fleet/roles.ts';

/**
 * What a container is, told from what it runs: program, subcommand, flags, image. Names that users choose
 * (workloads, namespaces, labels) are never looked at. The first signature that fits decides.
 */
interface Signature {
  /** `null` for what looks like a part and is none. */
  role: Role | null;
  /** Name of the program, or of the image's last path segment: one of these is contained in it. */
  programs?: readonly string[];
  /** First argument that is no flag. */
  subcommand?: string;
  /** At least one of these flags (or, with a trailing `*`, flags that begin so) is given. */
  flags?: readonly string[];
  /** None of these flags is given. */
  without?: readonly string[];
}

const SIGNATURES: readonly Signature[] = [
  // Thanos, by subcommand. Flags alone are enough where a wrapper hides the program.
  { role: 'receive', subcommand: 'receive', programs: ['thanos'] },
  { role: 'query-frontend', subcommand: 'query-frontend', programs: ['thanos'] },
  { role: 'query', subcommand: 'query', programs: ['thanos'] },
  { role: 'store', subcommand: 'store', programs: ['thanos'] },
  { role: 'compactor', subcommand: 'compact', programs: ['thanos'] },
  { role: 'ruler', subcommand: 'rule', programs: ['thanos'] },
  { role: 'sidecar', subcommand: 'sidecar', programs: ['thanos'] },
  { role: 'receive', flags: ['--receive.*', '--remote-write.address'] },
  { role: 'query-frontend', flags: ['--query-frontend.*', '--query-range.*'] },
  { role: 'compactor', flags: ['--compact.*', '--retention.resolution-*'] },
  { role: 'query', flags: ['--query.replica-label', '--query.promql-engine'] },
  {
    role: 'store',
    flags: ['--index-cache-size', '--chunk-pool-size', '--sync-block-duration', '--store.grpc.*'],
  },
  { role: 'sidecar', flags: ['--prometheus.url'] },
  { role: 'ruler', flags: ['--alertmanagers.url', '--alertmanagers.config*', '--eval-interval'] },
  // What stands beside a part and has its name in its own: webhooks, user interfaces, other projects.
  {
    role: null,
    programs: [
      ...['admission-webhook', 'kube-webhook-certgen', 'grafana-operator', 'grafana-image-renderer'],
      ...['grafana-agent', 'grafana-mcp', 'opensearch-dashboards', 'opensearch-operator', 'pgvector'],
    ],
  },
  { role: 'config-reloader', programs: ['config-reloader', 'configmap-reload'] },
  { role: 'config-reloader', flags: ['--config-envsubst-file', '--reload-url', '--watched-dir'] },
  { role: 'operator', programs: ['prometheus-operator'] },
  { role: 'operator', flags: ['--prometheus-config-reloader', '--prometheus-instance-namespaces'] },
  // Prometheus: the Agent mode has its own storage flag; older versions switch it on as a feature.
  { role: 'agent', flags: ['--agent', '--storage.agent.*'] },
  { role: 'agent', programs: ['prometheus'], flags: ['--enable-feature=agent'] },
  { role: 'prometheus', flags: ['--storage.tsdb.*'] },
  { role: 'exporter', programs: ['exporter', 'kube-state-metrics', 'cadvisor'] },
  { role: 'exporter', flags: ['--path.procfs', '--collector.*', '--metric-labels-allowlist'] },
  { role: 'alertmanager', programs: ['alertmanager'] },
  { role: 'alertmanager', flags: ['--cluster.listen-address', '--cluster.peer', '--data.retention'] },
  { role: 'prometheus', programs: ['prometheus'], flags: ['--config.file'] },
  { role: 'dns', programs: ['coredns', 'kube-dns', 'k8s-dns'] },
  { role: 'object-store', programs: ['minio'], subcommand: 'server' },
  { role: 'object-store', programs: ['weed', 'seaweedfs'], flags: ['-s3', '--s3', '-s3.port'] },
  { role: 'object-store', programs: ['weed', 'seaweedfs'], subcommand: 's3' },
  { role: 'object-store', programs: ['radosgw', 'garage', 'localstack', 's3proxy', 'zenko', 'rustfs'] },
  { role: 'grafana', programs: ['grafana'] },
  { role: 'cache', programs: ['memcached'] },
  { role: 'cache', flags: ['--max-item-size'] },
  { role: 'log-shipper', programs: ['fluent-bit', 'fluentd', 'promtail', 'vector'] },
  { role: 'log-store', programs: ['opensearch', 'elasticsearch'] },
  { role: 'cloudwatch-agent', programs: ['cloudwatch-agent'] },
  { role: 'csi-driver', programs: ['csi-driver', 'csi-provisioner', 'local-path-provisioner'] },
  { role: 'ingress', programs: ['nginx-ingress', 'ingress-nginx', 'traefik', 'envoy', 'haproxy-ingress'] },
  { role: 'ingress', flags: ['--controller-class', '--providers.kubernetes*', '--entrypoints.*'] },
  { role: 'ingress', flags: ['--entryPoints.*', '--entryPoint.*'] },
];

/** The container's command line as words: the program first, `sh -c` scripts taken apart. */
export function commandLine(container: Pick<Container, 'command' | 'args' | 'env'>): string[] {
  const words = [...container.command, ...container.args].flatMap((word, index, all) => {
    const isScript = index > 0 && /^-[a-z]*c$/.test(all[index - 1] ?? '') && isShell(all[0] ?? '');
    return isScript ? scriptWords(word) : [word];
  });
  return words.map((word) => expand(word, container.env));
}

const isShell = (word: string) => /(^|\/)(ba|da|a)?sh$/.test(word);

/** Words of a shell script, roughly: quotes taken off, line continuations joined. */
function scriptWords(script: string): string[] {
  return script
    .replace(/\\\n/g, ' ')
    .split(/\s+/)
    .map((word) => word.replace(/^["']|["']$/g, ''))
    .filter((word) => word !== '' && word !== 'exec');
}

/** `$(NAME)` as the kubelet expands it, where the template has the value. */
function expand(word: string, env: Container['env']): string {
  return word.replace(/\$\(([A-Za-z_][A-Za-z0-9_]{0,100})\)/g, (whole, name: string) => {
    return env.find((entry) => entry.name === name)?.value ?? whole;
  });
}

/** Role of a container; `null` if it is none of the pipeline's parts. */
export function recognise(container: Pick<Container, 'command' | 'args' | 'env' | 'image'>): Role | null {
  const words = commandLine(container);
  const flags = words.filter((word) => word.startsWith('-'));
  const names = [imageName(container.image), ...programOf(words)];
  const plain = words.filter((word) => !word.startsWith('-')).map(baseName);
  const matches = (signature: Signature) =>
    (signature.programs === undefined ||
      signature.programs.some((program) => names.some((name) => name.includes(program)))) &&
    (signature.subcommand === undefined || plain.slice(0, 4).includes(signature.subcommand)) &&
    (signature.flags === undefined ||
      signature.flags.some((flag) => flags.some((given) => flagMatches(given, flag)))) &&
    !(signature.without ?? []).some((flag) => flags.some((given) => flagMatches(given, flag)));
  return SIGNATURES.find(matches)?.role ?? null;
}

/** Programs that only start another one, which follows their own flags. */
const STARTERS = /^(?:(?:ba|da|a)?sh|tini|dumb-init|catatonit|nice|setpriv|gosu|su-exec)$/;

/** The words before the first flag: the program and its subcommands. What follows flags are their values, or hosts. */
function programOf(words: readonly string[]): string[] {
  const isFlag = (word: string) => word.startsWith('-');
  let from = 0;
  while (from < words.length && STARTERS.test(baseName(words[from] ?? ''))) {
    from += 1;
    while (isFlag(words[from] ?? '')) from += 1;
  }
  const rest = words.slice(from);
  const end = rest.findIndex(isFlag);
  return rest.slice(0, Math.min(3, end === -1 ? rest.length : end)).map(baseName);
}

function flagMatches(given: string, wanted: string): boolean {
  if (wanted.endsWith('*')) return given.startsWith(wanted.slice(0, -1));
  const [name = '', value] = wanted.split('=');
  // A flag that takes a list (`--enable-feature=otlp,agent`) has the value if any item is it.
  if (value !== undefined)
    return (
      given.startsWith(`${name}=`) &&
      given
        .slice(name.length + 1)
        .split(',')
        .includes(value)
    );
  return given === wanted || given.startsWith(`${wanted}=`);
}

/** `registry/team/thanos:v1@sha256:…` → `thanos`. */
function imageName(image: string): string {
  return baseName((image.split('@', 1)[0] ?? '').replace(/:[^/:]*$/, ''));
}

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
