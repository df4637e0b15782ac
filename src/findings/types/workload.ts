import { defineFindings, type Text } from '../kind.ts';

/** What the scheduler says of volumes: causes of their own, in the area of storage. */
const ABOUT_VOLUMES: readonly string[] = [
  'persistentvolumeclaim',
  'persistent volume',
  "persistentvolume's node affinity",
  'volume node affinity conflict',
  'volume zone',
  'volume count',
  'free storage',
  'pvc(s)',
  'volumebinding',
  'binding volumes',
];

/** The configuration of the object store is a cause of its own. */
const ABOUT_OBJECT_STORE: readonly string[] = ['bucket', 'objstore', 'object store', 's3 endpoint'];

/** A reload that was refused leaves the old configuration running: no refusal at the start. */
const ABOUT_RELOAD: readonly string[] = ['reloading config', 'reload config', 'reload request'];

/** What a process does with a file or folder of its own, by the name of the system call as Go says it. */
const FILE_OPERATIONS = [
  ...['mkdir', 'mkdirat', 'openat', 'openfdat', 'openat2', 'remove', 'removeat', 'unlink', 'unlinkat'],
  ...[
    'rename',
    'renameat',
    'link',
    'linkat',
    'symlink',
    'symlinkat',
    'truncate',
    'ftruncate',
    'fsync',
    'flock',
  ],
  ...[
    'chmod',
    'chmodat',
    'fchmodat',
    'lchown',
    'chownat',
    'chtimes',
    'chtimesat',
    'lstat',
    'statat',
    'fdopendir',
  ],
  ...['readdirent', 'open_by_handle_at'],
] as const;

/** Files that are no data of the program itself: what a node exporter or a log shipper looks at, sockets, ports. */
const NO_DATA: readonly string[] = [
  '.sock',
  'bind:',
  'dial',
  'exec',
  '/proc',
  '/sys/',
  '/host',
  '/var/log/',
  '/dev/',
];

/** The node's own taints, which no toleration of the pod would cure. */
const NODE_TAINTS: readonly string[] = [
  'node.kubernetes.io/not-ready',
  'node.kubernetes.io/unreachable',
  'node.kubernetes.io/disk-pressure',
  'node.kubernetes.io/memory-pressure',
  'node.kubernetes.io/pid-pressure',
  'node.kubernetes.io/network-unavailable',
];

/** What a failed attempt to schedule says that is no lack of nodes. */
const HARMLESS_OR_OTHER: readonly string[] = [
  ...ABOUT_VOLUMES,
  ...NODE_TAINTS,
  'reason',
  'skip schedule deleting pod',
  'optimistic lock',
  'object has been modified',
  'context deadline exceeded',
];

/** `secret "x" not found`, `configmaps "x" not found`, `… in Secret monitoring/x`. */
const NAMED_OBJECT =
  /\b(secret|configmap)s?[ \t]{1,3}\\{0,3}["']?([a-z0-9][-a-z0-9./]{0,252})(?:\\{0,3}["']|$|[ ,;])/i;

/** What is said of a probe that passes, with how often it did not. */
const PROBE_PASSED: readonly string[] = ['probe succeeded', 'failed 0 times', 'failed (0 times)'];

export const workload = defineFindings({
  'component-absent': {
    leak: 1e-4,
    sentence: {
      en: '{subject}: nothing of the kind that is needed runs here ({missing})',
      ko: '{subject}: 필요한 구성 요소 없음 ({missing})',
    },
    texts: {
      holds: 'pasted',
      lines: [
        { has: ['deployments.apps "', 'not found'], source: 'kubernetes apimachinery api/errors' },
        { has: ['statefulsets.apps "', 'not found'], source: 'kubernetes apimachinery api/errors' },
        { has: ['daemonsets.apps "', 'not found'], source: 'kubernetes apimachinery api/errors' },
        {
          has: ['monitoring.coreos.com "', 'not found'],
          lacks: ['customresourcedefinition', 'monitors.monitoring', 'rules.monitoring', 'probes.monitoring'],
          source: 'kubernetes apimachinery api/errors, kinds of the prometheus-operator',
        },
        { has: ['pipelinejobabsent'], isAlert: true, source: 'fleetmedic src/platform/rules/workloads.ts' },
      ],
    },
  },
  'component-vanished': {
    leak: 5e-3,
    sentence: {
      en: '{subject}: an alert says that a component is not among the targets',
      ko: '{subject}: 구성 요소가 타깃에서 사라졌다는 알람',
    },
    texts: {
      holds: 'pasted',
      lines: [
        {
          has: ['has disappeared', 'target'],
          lacks: ['kubeapi', 'kubelet', 'coredns'],
          source: 'thanos mixin/alerts/absent.libsonnet',
        },
        { has: ['thanosreceiveisdown'], isAlert: true, source: 'thanos mixin/alerts/absent.libsonnet' },
        { has: ['thanosqueryisdown'], isAlert: true, source: 'thanos mixin/alerts/absent.libsonnet' },
        { has: ['thanosstoreisdown'], isAlert: true, source: 'thanos mixin/alerts/absent.libsonnet' },
        { has: ['thanoscompactisdown'], isAlert: true, source: 'thanos mixin/alerts/absent.libsonnet' },
        { has: ['thanosruleisdown'], isAlert: true, source: 'thanos mixin/alerts/absent.libsonnet' },
        { has: ['thanossidecarisdown'], isAlert: true, source: 'thanos mixin/alerts/absent.libsonnet' },
        { has: ['prometheusagentdown'], isAlert: true, source: 'seeds/agent-management.md, alerts' },
      ],
    },
  },
  'replicas-zero': {
    leak: 1e-5,
    sentence: { en: '{subject} has 0 replicas', ko: '{subject}: 레플리카 0' },
    texts: {
      holds: 'pasted',
      lines: [
        {
          has: [' 0 desired'],
          lacks: ['current /'],
          source: 'kubectl pkg/describe: Deployment, StatefulSet',
        },
        {
          has: [' 0/0 '],
          lacks: ['nodes are available'],
          source: 'kubernetes pkg/printers: get deploy, sts',
        },
        { has: ['--replicas=0'], lacks: ['current-replicas'], source: 'kubectl scale' },
        { has: ['--replicas 0'], source: 'kubectl scale' },
        { has: ['"replicas": 0'], lacks: ['observedgeneration'], source: 'kubernetes api apps/v1, as JSON' },
        { has: ['"replicas":0'], lacks: ['"kind":"replicaset"'], source: 'kubernetes api apps/v1, as JSON' },
        {
          has: ['since the replica count of the target is zero'],
          source: 'kubernetes pkg/controller/podautoscaler/horizontal.go',
        },
        {
          has: ['pipelinescaledtozero'],
          isAlert: true,
          source: 'fleetmedic src/platform/rules/workloads.ts',
        },
      ],
    },
  },
  'pods-not-ready': {
    leak: 2e-3,
    sentence: {
      en: '{subject}: {ready} of {wanted} pods are ready',
      ko: '{subject}: 파드 {wanted}개 중 {ready}개 Ready',
    },
  },
  'no-ready-pods': {
    leak: 1e-3,
    sentence: { en: '{subject}: no pod is ready', ko: '{subject}: Ready 파드 없음' },
  },
  'image-pull-failing': {
    leak: 1e-5,
    sentence: { en: '{subject}: an image cannot be pulled', ko: '{subject}: 이미지 풀 실패' },
    texts: {
      holds: 'pasted',
      lines: [
        { has: ['imagepullbackoff'], source: 'kubernetes pkg/kubelet/images/types.go' },
        { has: ['errimagepull'], source: 'kubernetes pkg/kubelet/images/types.go' },
        { has: ['errimageneverpull'], source: 'kubernetes pkg/kubelet/images/types.go' },
        { has: ['imageinspecterror'], source: 'kubernetes pkg/kubelet/images/types.go' },
        { has: ['invalidimagename'], source: 'kubernetes pkg/kubelet/images/types.go' },
        { has: ['registryunavailable'], source: 'kubernetes pkg/kubelet/images/types.go (until 1.30)' },
        { has: ['signaturevalidationfailed'], source: 'kubernetes pkg/kubelet/images, cri-api errors' },
        { has: ['failed to pull image'], source: 'kubernetes pkg/kubelet/images/image_manager.go' },
        {
          has: ['failed to apply default image tag'],
          source: 'kubernetes pkg/kubelet/images/image_manager.go',
        },
        { has: ['back-off pulling image'], source: 'kubernetes pkg/kubelet/images/image_manager.go' },
        { has: ['failed to pull and unpack image'], source: 'containerd client' },
        { has: ['pull access denied'], source: 'docker distribution, containerd' },
        { has: ['manifest unknown'], source: 'docker distribution registry/api/errcode' },
        { has: ['you have reached your', 'pull rate limit'], source: 'Docker Hub' },
        { has: ['podimageunavailable'], isAlert: true, source: 'fleetmedic src/platform/rules/pods.ts' },
      ],
    },
  },
  'container-crashing': {
    leak: 2e-3,
    sentence: { en: '{subject}: a container keeps ending', ko: '{subject}: 컨테이너 반복 종료' },
    texts: {
      holds: 'pasted',
      lines: [
        { has: ['crashloopbackoff'], source: 'kubernetes pkg/kubelet/container/sync_result.go' },
        { has: ['back-off restarting failed container'], source: 'kubernetes pkg/kubelet/kuberuntime' },
        { has: ['restarting failed container', 'back-off'], source: 'kubernetes pkg/kubelet/kuberuntime' },
        {
          has: ['kubepodcrashlooping'],
          isAlert: true,
          source: 'kubernetes-mixin alerts/apps_alerts.libsonnet',
        },
        { has: ['podcrashlooping'], isAlert: true, source: 'fleetmedic src/platform/rules/pods.ts' },
      ],
    },
  },
  'container-oom-killed': {
    leak: 1e-5,
    sentence: {
      en: '{subject}: a container was killed at its memory limit',
      ko: '{subject}: 메모리 한도 초과로 컨테이너 종료',
    },
    texts: {
      holds: 'pasted',
      lines: [
        {
          has: ['oomkilled'],
          lacks: ['oomkilled": false', 'oomkilled":false', 'oomkilled=false', 'oomkilled: false', '} 0'],
          source: 'kubernetes pkg/kubelet, CRI reason of a terminated container',
        },
        { has: ['memory cgroup out of memory'], source: 'Linux mm/oom_kill.c' },
        { has: ['out of memory: kill'], source: 'Linux mm/oom_kill.c' },
        { has: ['oom-kill:constraint='], source: 'Linux mm/oom_kill.c' },
        { has: ['invoked oom-killer'], source: 'Linux mm/oom_kill.c' },
        { has: ['oom_reaper: reaped'], source: 'Linux mm/oom_kill.c' },
        { has: ['system oom encountered'], source: 'kubernetes pkg/kubelet/oom/oom_watcher_linux.go' },
        { has: ['oomkilling'], source: 'kubernetes node-problem-detector config/kernel-monitor.json' },
        { has: ['fatal error: runtime: out of memory'], source: 'Go runtime/mem_linux.go' },
        { has: ['runtime: cannot allocate memory'], source: 'Go runtime/malloc.go' },
        { has: ['fatal error: runtime: cannot map pages in arena'], source: 'Go runtime/malloc.go' },
        { has: ['mmap', 'cannot allocate memory'], source: 'Linux ENOMEM, Go syscall' },
        { has: ['fork', 'cannot allocate memory'], source: 'Linux ENOMEM, Go os/exec' },
        ...['opensearch', 'elasticsearch'].map((store) => ({
          has: ['java.lang.outofmemoryerror', store] as [string, string],
          source: 'Java, in the log of a log store',
        })),
        { has: ['podoomkilled'], isAlert: true, source: 'fleetmedic src/platform/rules/pods.ts' },
      ],
    },
  },
  'memory-near-limit': {
    leak: 1e-3,
    sentence: {
      en: '{subject}: memory is at {percent} % of its limit {limit}',
      ko: '{subject}: 메모리 사용률 {percent} % (한도 {limit})',
    },
    brief: { en: '{subject}: memory is near its limit', ko: '{subject}: 메모리 사용량이 한도에 근접' },
    texts: {
      holds: 'pasted',
      lines: [
        { has: ['agenthighmemory'], isAlert: true, source: 'seeds/agent-management.md, alerts' },
        {
          has: ['containermemorycritical'],
          isAlert: true,
          source: 'fleetmedic src/platform/rules/limits.ts',
        },
        { has: ['containermemoryhigh'], isAlert: true, source: 'fleetmedic src/platform/rules/limits.ts' },
        { has: ['containerhighmemoryusage'], isAlert: true, source: 'awesome-prometheus-alerts' },
      ],
    },
  },
  'cpu-throttled': {
    leak: 1e-3,
    sentence: {
      en: '{subject}: held back by its CPU limit in {percent} % of the time',
      ko: '{subject}: CPU 한도에 걸린 구간 {percent} %',
    },
    brief: { en: '{subject}: held back by its CPU limit', ko: '{subject}: CPU 한도에 걸림' },
    texts: {
      holds: 'pasted',
      lines: [
        {
          has: ['cputhrottlinghigh'],
          isAlert: true,
          source: 'kubernetes-mixin alerts/resource_alerts.libsonnet',
        },
        { has: ['elevated cpu throttling'], source: 'kubernetes-mixin alerts/resource_alerts.libsonnet' },
        {
          has: ['throttling of cpu in namespace'],
          source: 'kubernetes-mixin alerts/resource_alerts.libsonnet',
        },
        { has: ['containercputhrottled'], isAlert: true, source: 'fleetmedic src/platform/rules/limits.ts' },
        { has: ['containercpucritical'], isAlert: true, source: 'fleetmedic src/platform/rules/limits.ts' },
        { has: ['containercpuhigh'], isAlert: true, source: 'fleetmedic src/platform/rules/limits.ts' },
        { has: ['containerhighthrottlerate'], isAlert: true, source: 'awesome-prometheus-alerts' },
        { has: ['containerhighcpuutilization'], isAlert: true, source: 'awesome-prometheus-alerts' },
        { has: ['nodecpuhighusage'], isAlert: true, source: 'node_exporter docs/node-mixin alerts' },
        { has: ['nodesystemsaturation'], isAlert: true, source: 'node_exporter docs/node-mixin alerts' },
      ],
    },
  },
  'config-refused': {
    leak: 1e-4,
    sentence: { en: '{subject} refuses its configuration', ko: '{subject}: 설정 거부' },
    texts: {
      holds: 'pasted',
      lines: [
        { has: ['error parsing commandline arguments'], source: 'thanos cmd/thanos/main.go' },
        { has: ['error parsing command line arguments'], source: 'prometheus cmd/prometheus/main.go' },
        { has: ['unknown long flag'], source: 'kingpin parser.go' },
        { has: ['unknown short flag'], source: 'kingpin parser.go' },
        { has: ['expected argument for flag'], source: 'kingpin parsers.go' },
        { has: ['enum value must be one of'], source: 'kingpin values.go' },
        { has: ['required flag', 'not provided'], source: 'kingpin app.go' },
        { has: ['expected command but got'], source: 'kingpin parser.go' },
        { has: ['unexpected argument'], source: 'kingpin app.go' },
        { has: ['flag provided but not defined'], source: 'Go flag package' },
        { has: ['invalid value', 'for flag -'], source: 'Go flag package' },
        { has: ['invalid argument', 'for "-', 'flag'], source: 'spf13/pflag flag.go' },
        { has: ['unknown flag: -'], source: 'pflag: kube-state-metrics, cobra programs' },
        { has: ['unknown shorthand flag'], source: 'spf13/pflag flag.go' },
        { has: ['can not be used in agent mode'], source: 'prometheus cmd/prometheus/main.go' },
        { has: ['can not be used in server mode'], source: 'prometheus cmd/prometheus/main.go' },
        { has: ['flag(s) can not be used in'], source: 'prometheus cmd/prometheus/main.go' },
        { has: ['is not allowed in agent mode'], source: 'prometheus config/config.go' },
        { has: ['error loading config (--config.file'], source: 'prometheus cmd/prometheus/main.go' },
        {
          has: ['parsing yaml file'],
          lacks: [...ABOUT_RELOAD, ...ABOUT_OBJECT_STORE],
          source: 'prometheus config/config.go',
        },
        {
          has: ['yaml: unmarshal errors'],
          lacks: [...ABOUT_RELOAD, ...ABOUT_OBJECT_STORE],
          source: 'gopkg.in/yaml decode.go',
        },
        {
          has: ['yaml: line '],
          lacks: [...ABOUT_RELOAD, ...ABOUT_OBJECT_STORE],
          source: 'gopkg.in/yaml yaml.go',
        },
        {
          has: ['not found in type'],
          lacks: [...ABOUT_RELOAD, ...ABOUT_OBJECT_STORE, 's3.', 'gcs.', 'azure.'],
          source: 'gopkg.in/yaml decode.go: a field that is not known',
        },
        {
          has: ['error converting yaml to json'],
          lacks: [...ABOUT_RELOAD, ...ABOUT_OBJECT_STORE],
          source: 'sigs.k8s.io/yaml',
        },
        { has: ['loading groups failed'], source: 'prometheus rules/manager.go' },
        { has: ['could not parse expression'], lacks: ABOUT_RELOAD, source: 'prometheus rulefmt' },
        { has: ['groupname:', 'repeated in the same file'], source: 'prometheus rulefmt' },
        { has: ['loading configuration file failed'], source: 'alertmanager config/coordinator.go' },
        { has: ['undefined receiver'], source: 'alertmanager config/config.go' },
        { has: ['no route provided in config'], source: 'alertmanager config/config.go' },
        { has: ['no global slack api url set'], source: 'alertmanager config/config.go' },
        { has: ['configuration file is not parsable'], source: 'thanos pkg/receive/config.go' },
        { has: ['configuration file is empty'], source: 'thanos pkg/receive/config.go' },
        { has: ['parse limit configuration'], source: 'thanos cmd/thanos/receive.go' },
        { has: ['parsing http config'], source: 'thanos cmd/thanos' },
        { has: ['invalid tracing config'], source: 'thanos cmd/thanos' },
        {
          has: ['datasource provisioning error:'],
          lacks: ['only one datasource per organization', 'database is locked', 'data source not found'],
          source: 'grafana pkg/services/provisioning/datasources',
        },
        { has: ['provisioning error: yaml'], source: 'grafana pkg/services/provisioning' },
        { has: ['grafana.ini', 'failed to parse'], source: 'grafana pkg/setting/setting.go' },
        { has: ['custom.ini', 'failed to parse'], source: 'grafana pkg/setting/setting.go' },
        { has: ['configuration file contains errors, aborting'], source: 'fluent-bit src/fluent-bit.c' },
        { has: ['file contains errors. aborting'], source: 'fluent-bit src/fluent-bit.c' },
        { has: ['could not open configuration file, aborting'], source: 'fluent-bit src/fluent-bit.c' },
        { has: ['unknown configuration property'], source: 'fluent-bit src/flb_config_map.c' },
        { has: ['[config] error in /'], source: 'fluent-bit src/config_format/flb_cf_fluentbit.c' },
        { has: ['[config] section', 'is missing the'], source: 'fluent-bit src/flb_config.c' },
        { has: ['[config] indentation level is too low'], source: 'fluent-bit src/config_format' },
        { has: ['[parser]', 'invalid', 'configuration'], source: 'fluent-bit src/flb_parser.c' },
        {
          has: ['[emerg]', '.conf:'],
          lacks: ['host not found', 'permission denied', 'bind()', 'certificate', 'open()'],
          source: 'nginx src/core/ngx_conf_file.c',
        },
        { has: ['failed to decode configuration from'], source: 'traefik pkg/cli/loader_*.go' },
        { has: ['error initializing configuration'], source: 'envoy source/server/server.cc' },
        { has: ['unable to parse json as proto'], source: 'envoy source/common/protobuf/utility.cc' },
        { has: ['fatal errors found in configuration'], source: 'haproxy src/haproxy.c' },
        { has: ['error(s) found in configuration file'], source: 'haproxy src/haproxy.c' },
        { has: ['error during parsing'], source: 'coredns (caddy controller)' },
        { has: ['corefile:', 'unknown directive'], source: 'coredns (caddy)' },
      ],
      over: [
        {
          has: ['completed loading of configuration file'],
          source: 'prometheus cmd/prometheus/main.go, alertmanager config/coordinator.go',
        },
      ],
    },
  },
  'config-not-loaded': {
    leak: 1e-4,
    sentence: {
      en: '{subject} runs without what its configuration has said for minutes ({words})',
      ko: '{subject}: 몇 분 전 바뀐 설정이 실행 중인 프로세스에 없음 ({words})',
    },
  },
  'resource-not-followed': {
    leak: 1e-4,
    sentence: {
      en: '{subject} runs without what its custom resource has said for minutes ({words})',
      ko: '{subject}: 몇 분 전 바뀐 커스텀 리소스 내용이 실행 중인 프로세스에 없음 ({words})',
    },
  },
  'config-reload-refused': {
    leak: 1e-5,
    sentence: {
      en: '{subject} refused a newer configuration and runs with the old one',
      ko: '{subject}: 새 설정 리로드 실패, 이전 설정으로 동작 중',
    },
    texts: {
      holds: 'pasted',
      lines: [
        {
          has: ['failed to reload its configuration'],
          isAlert: true,
          source: 'prometheus-mixin: description of PrometheusBadConfig',
        },
        {
          has: ['failed prometheus configuration reload'],
          isAlert: true,
          source: 'prometheus-mixin: summary of PrometheusBadConfig',
        },
        { has: ['error reloading config'], source: 'prometheus cmd/prometheus/main.go' },
        { has: ['failed to reload config'], source: 'prometheus cmd/prometheus/main.go; web/web.go' },
        { has: ['failed to apply configuration'], source: 'prometheus cmd/prometheus/main.go' },
        { has: ['error loading rules, previous rule set restored'], source: 'prometheus rules/manager.go' },
        { has: ['failed to load configuration file'], source: 'thanos pkg/receive/config.go' },
        {
          has: ['failed to trigger reload'],
          lacks: ['connection refused'],
          source: 'thanos pkg/reloader/reloader.go: config-reloader',
        },
        { has: ['received non-200 response', 'lifecycle'], source: 'thanos pkg/reloader/reloader.go' },
        { has: ['last_reload_successful', '} 0'], source: 'prometheus, alertmanager, thanos: gauge' },
        { has: ['last_reload_successful 0'], source: 'prometheus, alertmanager, thanos: gauge' },
        { has: ['prometheusbadconfig'], isAlert: true, source: 'prometheus-mixin alerts.libsonnet' },
        { has: ['alertmanagerfailedreload'], isAlert: true, source: 'alertmanager-mixin alerts.libsonnet' },
        {
          has: ['alertmanagerconfiginconsistent'],
          isAlert: true,
          source: 'alertmanager-mixin alerts.libsonnet',
        },
        {
          has: ['thanosreceiveconfigreloadfailure'],
          isAlert: true,
          source: 'thanos mixin/alerts/receive.libsonnet',
        },
        {
          has: ['thanosreceivelimitsconfigreloadfailure'],
          isAlert: true,
          source: 'thanos mixin/alerts/receive.libsonnet',
        },
        {
          has: ['thanosruleconfigreloadfailure'],
          isAlert: true,
          source: 'thanos mixin/alerts/rule.libsonnet',
        },
        { has: ['configreloadersidecarerrors'], isAlert: true, source: 'prometheus-operator jsonnet mixin' },
        { has: ['pipelineconfigstale'], isAlert: true, source: 'fleetmedic src/platform/rules/workloads.ts' },
      ],
      over: [
        { has: ['completed loading of configuration file'], source: 'prometheus cmd/prometheus/main.go' },
        { has: ['reload triggered'], source: 'thanos pkg/reloader/reloader.go' },
      ],
    },
  },
  'config-object-absent': {
    leak: 1e-5,
    sentence: {
      en: '{subject}: a Secret or ConfigMap that it needs is not there: {object}',
      ko: '{subject}: 필요한 Secret 또는 ConfigMap 없음: {object}',
    },
    texts: {
      holds: 'pasted',
      facts: (line): Record<string, string> => {
        const [, kind = '', name = ''] = NAMED_OBJECT.exec(line) ?? [];
        return name === '' ? {} : { object: `${/^s/i.test(kind) ? 'Secret' : 'ConfigMap'} ${name}` };
      },
      lines: [
        {
          has: ['configmap "', 'not found'],
          lacks: ["couldn't get resource"],
          source: 'kubernetes pkg/kubelet/kubelet_pods.go, pkg/volume/configmap; apimachinery api/errors',
        },
        { has: ['configmaps "', 'not found'], source: 'kubernetes apimachinery api/errors' },
        {
          has: ['secret "', 'not found'],
          source: 'kubernetes pkg/kubelet/kubelet_pods.go, pkg/volume/secret',
        },
        {
          has: ['secrets "', 'not found'],
          lacks: ['sh.helm.release'],
          source: 'kubernetes apimachinery api/errors',
        },
        {
          has: ['references non-existent config key'],
          source: 'kubernetes pkg/volume/configmap/configmap.go',
        },
        { has: ['references non-existent secret key'], source: 'kubernetes pkg/volume/secret/secret.go' },
        { has: ["couldn't find key", ' in configmap '], source: 'kubernetes pkg/kubelet/kubelet_pods.go' },
        { has: ["couldn't find key", ' in secret '], source: 'kubernetes pkg/kubelet/kubelet_pods.go' },
        { has: ['unable to get secret'], source: 'prometheus-operator pkg/assets/store.go' },
        { has: ['failed to get secret'], source: 'prometheus-operator pkg/assets/store.go' },
        {
          has: ['createcontainerconfigerror'],
          lacks: ['runasnonroot', 'run as root', 'non-numeric user'],
          source: 'kubernetes pkg/kubelet/kuberuntime/kuberuntime_container.go',
        },
        { has: ['podconfigmissing'], isAlert: true, source: 'fleetmedic src/platform/rules/pods.ts' },
      ],
    },
  },
  'volume-unwritable': {
    leak: 1e-5,
    sentence: {
      en: '{subject} may not write its volume',
      ko: '{subject}: 볼륨 쓰기 권한 없음',
    },
    texts: {
      holds: 'ending',
      lines: [
        ...FILE_OPERATIONS.map(
          (operation): Text => ({
            has: ['permission denied', `${operation} `],
            lacks: NO_DATA,
            source: 'Go os: PathError, LinkError and Root, which name the call before the path',
          }),
        ),
        {
          has: ['permission denied', 'open /'],
          lacks: [...NO_DATA, '/run/secrets/'],
          source: 'Go os.OpenFile: prometheus tsdb, promql/query_logger.go; thanos; alertmanager',
        },
        {
          has: ['permission denied', 'open data'],
          lacks: NO_DATA,
          source: 'Go os.OpenFile, relative paths',
        },
        {
          has: ['permission denied', 'create '],
          lacks: NO_DATA,
          source: 'Go os; mkdir of coreutils, busybox',
        },
        { has: ['permission denied', 'creating '], lacks: NO_DATA, source: 'thanos, fluent-bit' },
        { has: ['permission denied', 'touch'], lacks: NO_DATA, source: 'coreutils, busybox' },
        { has: ['permission denied', 'opening storage failed'], source: 'prometheus cmd/prometheus/main.go' },
        {
          has: ['permission denied', 'unable to create'],
          lacks: NO_DATA,
          source: 'alertmanager, prometheus',
        },
        {
          has: ['operation not permitted', 'chown'],
          source: 'coreutils, init containers that change owners',
        },
        { has: ['unable to create mmap-ed active query log'], source: 'prometheus promql/query_logger.go' },
        { has: ["' is not writable"], source: 'grafana packaging/docker/run.sh: GF_PATHS_DATA' },
        { has: ['is not writable.', 'gf_paths_'], source: 'grafana packaging/docker/run.sh' },
        { has: ['accessdeniedexception[/'], source: 'OpenSearch: java.nio.file' },
        {
          has: ['failed to obtain node locks', 'writable'],
          source: 'opensearch server/src/main/java/org/opensearch/env/NodeEnvironment.java',
        },
        { has: ['unable to open database file'], source: 'SQLite SQLITE_CANTOPEN: Grafana, Fluent Bit' },
      ],
    },
  },
  'pod-unschedulable': {
    leak: 1e-5,
    sentence: {
      en: '{subject}: no node takes a pod ({words})',
      ko: '{subject}: 파드를 배치할 노드 없음 ({words})',
    },
    texts: {
      holds: 'pasted',
      lines: [
        {
          has: ['nodes are available', 'insufficient '],
          lacks: ABOUT_VOLUMES,
          source: 'kubernetes pkg/scheduler/framework/plugins/noderesources/fit.go',
        },
        {
          has: ['nodes are available', 'too many pods'],
          lacks: ABOUT_VOLUMES,
          source: 'kubernetes pkg/scheduler/framework/plugins/noderesources/fit.go',
        },
        {
          has: ['nodes are available', 'taint'],
          lacks: [...ABOUT_VOLUMES, ...NODE_TAINTS],
          source: 'kubernetes pkg/scheduler/framework/plugins/tainttoleration (all wordings)',
        },
        {
          has: ["didn't match pod's node affinity"],
          lacks: ABOUT_VOLUMES,
          source: 'kubernetes pkg/scheduler/framework/plugins/nodeaffinity',
        },
        {
          has: ["didn't match node selector"],
          lacks: ABOUT_VOLUMES,
          source: 'kubernetes pkg/scheduler/framework/plugins/nodeaffinity (until 1.27)',
        },
        {
          has: ['affinity rules', 'node(s)'],
          lacks: ABOUT_VOLUMES,
          source: 'kubernetes pkg/scheduler/framework/plugins/interpodaffinity',
        },
        {
          has: ['topology spread constraints', 'node(s)'],
          lacks: ABOUT_VOLUMES,
          source: 'kubernetes pkg/scheduler/framework/plugins/podtopologyspread',
        },
        {
          has: ["didn't have free ports"],
          lacks: ABOUT_VOLUMES,
          source: 'kubernetes pkg/scheduler/framework/plugins/nodeports',
        },
        {
          has: ["didn't match the requested node name"],
          source: 'kubernetes pkg/scheduler/framework/plugins/nodename',
        },
        {
          has: ['node(s) were unschedulable'],
          lacks: ABOUT_VOLUMES,
          source: 'kubernetes pkg/scheduler/framework/plugins/nodeunschedulable: all were cordoned',
        },
        { has: ['no nodes available to schedule pods'], source: 'kubernetes pkg/scheduler/scheduler.go' },
        {
          has: ["didn't have enough resource"],
          source: 'kubernetes pkg/kubelet/lifecycle/predicate.go: OutOfcpu, OutOfmemory',
        },
        {
          has: ['failedscheduling'],
          lacks: HARMLESS_OR_OTHER,
          source: 'kubernetes pkg/scheduler/schedule_one.go: event',
        },
        {
          has: ["pod didn't trigger scale-up"],
          lacks: ABOUT_VOLUMES,
          source: 'kubernetes autoscaler cluster-autoscaler: NotTriggerScaleUp',
        },
        {
          has: ['incompatible with nodepool'],
          lacks: ABOUT_VOLUMES,
          source: 'karpenter pkg/controllers/provisioning/scheduling',
        },
        { has: ['podunschedulable'], isAlert: true, source: 'fleetmedic src/platform/rules/pods.ts' },
      ],
      over: [
        {
          has: ['successfully assigned'],
          source: 'kubernetes pkg/scheduler/schedule_one.go: event Scheduled',
        },
      ],
    },
  },
  'probe-unpassed': {
    leak: 1e-3,
    sentence: {
      en: '{subject}: runs, and its {probe} probe does not pass: {words}',
      ko: '{subject}: 실행 중이나 {probe} 프로브 실패: {words}',
    },
    brief: {
      en: '{subject}: runs, and its probe does not pass: {words}',
      ko: '{subject}: 실행 중이나 프로브 실패: {words}',
    },
    texts: {
      holds: 'pasted',
      lines: [
        {
          has: ['readiness probe failed'],
          passes: true,
          lacks: PROBE_PASSED,
          source: 'kubernetes pkg/kubelet/prober/prober.go: event Unhealthy',
        },
        {
          has: ['liveness probe failed'],
          lacks: PROBE_PASSED,
          passes: true,
          source: 'kubernetes pkg/kubelet/prober/prober.go',
        },
        {
          has: ['startup probe failed'],
          lacks: PROBE_PASSED,
          passes: true,
          source: 'kubernetes pkg/kubelet/prober/prober.go',
        },
        {
          has: ['probe errored'],
          lacks: PROBE_PASSED,
          passes: true,
          source: 'kubernetes pkg/kubelet/prober/prober.go',
        },
        {
          has: ['"probe failed"', 'probetype='],
          passes: true,
          lacks: PROBE_PASSED,
          source: 'kubernetes pkg/kubelet/prober/prober.go: klog',
        },
        {
          has: ['failed liveness probe'],
          source: 'kubernetes pkg/kubelet/kuberuntime/kuberuntime_manager.go',
        },
        {
          has: ['failed startup probe'],
          source: 'kubernetes pkg/kubelet/kuberuntime/kuberuntime_manager.go',
        },
        {
          has: ['http probe failed with statuscode'],
          passes: true,
          lacks: PROBE_PASSED,
          source: 'kubernetes pkg/probe/http/http.go',
        },
      ],
    },
  },
  'node-not-ready': {
    leak: 1e-5,
    sentence: {
      en: '{subject}: the node is not ready or under pressure ({condition})',
      ko: '{subject}: 노드 NotReady 또는 리소스 압박 ({condition})',
    },
    texts: {
      holds: 'pasted',
      lines: [
        { has: ['kubelet stopped posting node status'], source: 'kubernetes pkg/controller/nodelifecycle' },
        { has: ['kubelet never posted node status'], source: 'kubernetes pkg/controller/nodelifecycle' },
        { has: ['nodestatusunknown'], source: 'kubernetes pkg/controller/nodelifecycle' },
        {
          has: ['nodenotready'],
          isAlert: true,
          source: 'kubernetes pkg/kubelet/events; kubernetes-mixin KubeNodeNotReady',
        },
        { has: ['kubenodeunreachable'], isAlert: true, source: 'kubernetes-mixin alerts/kubelet.libsonnet' },
        {
          has: ['kubenodereadinessflapping'],
          isAlert: true,
          source: 'kubernetes-mixin alerts/kubelet.libsonnet',
        },
        { has: ['kubenodepressure'], isAlert: true, source: 'kubernetes-mixin alerts/kubelet.libsonnet' },
        { has: ['kubenodeeviction'], isAlert: true, source: 'kubernetes-mixin alerts/kubelet.libsonnet' },
        { has: ['kubeletpleg'], isAlert: true, source: 'kubernetes-mixin alerts/kubelet.libsonnet' },
        { has: ['node is not ready'], source: 'kubernetes pkg/controller/util/node: event of the pod' },
        { has: ['nodelost'], source: 'kubernetes pkg/util/node: reason of a pod' },
        { has: ['is unresponsive', 'which was running pod'], source: 'kubernetes pkg/util/node' },
        { has: [' notready '], source: 'kubectl get nodes' },
        { has: [' notready,schedulingdisabled '], source: 'kubectl get nodes' },
        { has: ['taint {node.kubernetes.io/not-ready'], source: 'kubernetes pkg/scheduler tainttoleration' },
        {
          has: ['taint {node.kubernetes.io/unreachable'],
          source: 'kubernetes pkg/scheduler tainttoleration',
        },
        {
          has: ['taint {node.kubernetes.io/disk-pressure'],
          source: 'kubernetes pkg/scheduler tainttoleration',
        },
        {
          has: ['taint {node.kubernetes.io/memory-pressure'],
          source: 'kubernetes pkg/scheduler tainttoleration',
        },
        {
          has: ['taint {node.kubernetes.io/pid-pressure'],
          source: 'kubernetes pkg/scheduler tainttoleration',
        },
        { has: ['taints:', 'node.kubernetes.io/unreachable'], source: 'kubectl describe node' },
        { has: ['taints:', 'node.kubernetes.io/not-ready'], source: 'kubectl describe node' },
        { has: ['taints:', '-pressure:noschedule'], source: 'kubectl describe node' },
        ...['kubelethasdiskpressure', 'kubelethasinsufficientmemory', 'kubelethasinsufficientpid'].map(
          (reason) => ({
            has: [reason] as [string],
            source: 'kubernetes pkg/kubelet/nodestatus/setters.go: reasons of conditions',
          }),
        ),
        { has: ['nodehasdiskpressure'], source: 'kubernetes pkg/kubelet/nodestatus/setters.go' },
        { has: ['nodehasinsufficientmemory'], source: 'kubernetes pkg/kubelet/nodestatus/setters.go' },
        { has: ['nodehasinsufficientpid'], source: 'kubernetes pkg/kubelet/nodestatus/setters.go' },
        { has: ['evictionthresholdmet'], source: 'kubernetes pkg/kubelet/eviction/eviction_manager.go' },
        { has: ['attempting to reclaim'], source: 'kubernetes pkg/kubelet/eviction/eviction_manager.go' },
        { has: ['pleg is not healthy'], source: 'kubernetes pkg/kubelet/pleg/generic.go' },
        { has: ['container runtime is down'], source: 'kubernetes pkg/kubelet/runtime.go' },
        { has: ['container runtime network not ready'], source: 'kubernetes pkg/kubelet/runtime.go' },
        { has: ['does not exist in the cloud provider'], source: 'kubernetes cloud-provider nodelifecycle' },
        { has: ['pipelinenodenotready'], isAlert: true, source: 'fleetmedic src/platform/rules/pods.ts' },
      ],
    },
  },
  'pod-evicted': {
    leak: 1e-5,
    sentence: {
      en: '{subject}: its node evicted a pod: {words}',
      ko: '{subject}: 노드가 파드를 축출함: {words}',
    },
    texts: {
      holds: 'pasted',
      lines: [
        { has: ['the node was low on resource'], source: 'kubernetes pkg/kubelet/eviction/helpers.go' },
        { has: ['the node had condition'], source: 'kubernetes pkg/kubelet/eviction/helpers.go' },
        { has: [' evicted '], lacks: ['was evicted from the cache'], source: 'kubectl get pods' },
        { has: ['reason:', ' evicted'], source: 'kubectl describe pod' },
        { has: ['"reason"', '"evicted"'], source: 'kubectl get pod -o json' },
        {
          has: ['taintmanagereviction', 'marking for deletion'],
          source: 'kubernetes pkg/controller/tainteviction',
        },
        { has: ['nodecontrollereviction'], source: 'kubernetes pkg/controller/util/node' },
        { has: ['preempted in order to admit critical pod'], source: 'kubernetes pkg/kubelet/preemption' },
        { has: ['imminent node shutdown'], source: 'kubernetes pkg/kubelet/nodeshutdown' },
        { has: ['node is in progress of shutting down'], source: 'kubernetes pkg/kubelet/nodeshutdown' },
      ],
    },
  },
  'rights-lacking': {
    leak: 1e-5,
    sentence: {
      en: '{subject}: its service account lacks a right: {words}',
      ko: '{subject}: 서비스 어카운트 권한 부족: {words}',
    },
    texts: {
      holds: 'lasting',
      lines: [
        {
          has: ['failed to list *', 'forbidden'],
          source: 'client-go reflector.go: before 1.8 without "is forbidden"',
        },
        { has: ['failed to watch *', 'forbidden'], source: 'as above' },
        {
          has: [':10250/', 'forbidden'],
          lacks: ['cannot get path'],
          source: 'kubelet pkg/kubelet/server: read without a right',
        },
        {
          has: ['user "system:serviceaccount:', ' cannot '],
          source: 'kubernetes apiserver pkg/endpoints/handlers/responsewriters/errors.go',
        },
        {
          has: ["user 'system:serviceaccount:", ' cannot '],
          source: 'kubernetes apiserver, quoted by a client',
        },
        {
          has: ['user \\"system:serviceaccount:', ' cannot '],
          source: 'kubernetes apiserver, escaped twice',
        },
        {
          has: ['forbidden (user=system:serviceaccount:'],
          source: 'kubernetes pkg/kubelet/server/server.go',
        },
        {
          has: ['forbidden', 'user "system:anonymous" cannot'],
          source: 'kubernetes apiserver responsewriters',
        },
        {
          has: ['is attempting to grant rbac permissions not currently held'],
          source: 'kubernetes pkg/registry/rbac/validation',
        },
        {
          has: ['error looking up service account'],
          source: 'kubernetes plugin/pkg/admission/serviceaccount',
        },
      ],
    },
  },
  'quota-refuses': {
    leak: 1e-5,
    sentence: {
      en: '{subject}: a quota or limit range refuses its pods: {words}',
      ko: '{subject}: 쿼터 또는 LimitRange에 의해 파드 생성 거부: {words}',
    },
    texts: {
      holds: 'pasted',
      lines: [
        { has: ['exceeded quota: '], source: 'kubernetes apiserver pkg/admission/plugin/resourcequota' },
        { has: ['failed quota: '], source: 'kubernetes apiserver pkg/admission/plugin/resourcequota' },
        {
          has: ['insufficient quota to '],
          source: 'kubernetes apiserver pkg/admission/plugin/resourcequota',
        },
        { has: ['maximum ', ' usage per '], source: 'kubernetes plugin/pkg/admission/limitranger' },
        { has: ['minimum ', ' usage per '], source: 'kubernetes plugin/pkg/admission/limitranger' },
        { has: ['max limit to request ratio per '], source: 'kubernetes plugin/pkg/admission/limitranger' },
        {
          has: ['kubequotaexceeded'],
          isAlert: true,
          source: 'kubernetes-mixin alerts/resource_alerts.libsonnet',
        },
        {
          has: ['kubequotafullyused'],
          isAlert: true,
          source: 'kubernetes-mixin alerts/resource_alerts.libsonnet',
        },
      ],
    },
  },
  'rollout-stalled': {
    leak: 1e-4,
    sentence: {
      en: '{subject}: an update does not finish ({updated} of {wanted} pods are new): {words}',
      ko: '{subject}: 업데이트 미완료 (파드 {wanted}개 중 {updated}개 교체): {words}',
    },
    texts: {
      holds: 'pasted',
      lines: [
        { has: ['progressdeadlineexceeded'], source: 'kubernetes pkg/controller/deployment/util' },
        { has: ['has timed out progressing'], source: 'kubernetes pkg/controller/deployment/progress.go' },
        {
          has: ['exceeded its progress deadline'],
          source: 'kubectl pkg/polymorphichelpers/rollout_status.go',
        },
        {
          has: ['kubedeploymentrolloutstuck'],
          isAlert: true,
          source: 'kubernetes-mixin alerts/apps_alerts.libsonnet',
        },
        {
          has: ['kubedaemonsetrolloutstuck'],
          isAlert: true,
          source: 'kubernetes-mixin alerts/apps_alerts.libsonnet',
        },
        {
          has: ['kubestatefulsetupdatenotrolledout'],
          isAlert: true,
          source: 'kubernetes-mixin alerts/apps_alerts.libsonnet',
        },
        {
          has: ['kubedeploymentgenerationmismatch'],
          isAlert: true,
          source: 'kubernetes-mixin alerts/apps_alerts.libsonnet',
        },
        {
          has: ['kubestatefulsetgenerationmismatch'],
          isAlert: true,
          source: 'kubernetes-mixin alerts/apps_alerts.libsonnet',
        },
        { has: ['upgrade failed', 'timed out waiting'], source: 'helm pkg/kube/wait.go' },
        { has: ['upgrade failed', 'context deadline exceeded'], source: 'helm pkg/kube/wait.go' },
        { has: ['upgrade failed', 'progress deadline'], source: 'helm pkg/kube/ready.go' },
        {
          has: ['pipelinerolloutstuck'],
          isAlert: true,
          source: 'fleetmedic src/platform/rules/workloads.ts',
        },
      ],
      over: [
        { has: ['successfully rolled out'], source: 'kubectl pkg/polymorphichelpers/rollout_status.go' },
      ],
    },
  },
});
