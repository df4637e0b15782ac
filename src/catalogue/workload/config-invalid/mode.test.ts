import { describeMode } from '../../recorded.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeMode('workload/config-invalid', { sick: ['agent-config-invalid'], hidden: /\/log\?/ });

describeTexts('workload/config-invalid', {
  says: [
    'ts=2026-11-21T07:11:22Z caller=main.go:520 level=error msg="Error loading config (--config.file=/etc/prometheus/prometheus.yml)" file=/etc/prometheus/prometheus.yml err="parsing YAML file /etc/prometheus/prometheus.yml: yaml: unmarshal errors:\\n  line 12: field remote_wrtie not found in type config.plain"',
    "Error parsing command line arguments: unknown long flag '--storage.tsdb.retention'",
    'error: unknown flag: --metric-opt-in',
    'flag provided but not defined: -web.listen',
    'The following flag(s) can not be used in agent mode: ["--storage.tsdb.path"]',
    'ts=2026-11-21T07:11:22Z level=error component=configuration msg="Loading configuration file failed" file=/etc/alertmanager/config.yml err="undefined receiver \\"slack\\" used in route"',
    'Error: ✗ failed to parse "/etc/grafana/grafana.ini": unclosed section: [server',
    "[2026/11/21 07:11:22] [error] [config] section 'output' is missing the 'name' property",
    '[2026/11/21 07:11:22] [error] configuration file contains errors, aborting.',
    "[2026/11/21 07:11:22] [error] [config] es: unknown configuration property 'Hots'. The following properties are allowed: index",
    'nginx: [emerg] unknown directive "proxy_pas" in /etc/nginx/conf.d/default.conf:12',
    "/etc/coredns/Corefile:10 - Error during parsing: Unknown directive 'forwad'",
    '{"level":"error","error":"command traefik error: failed to decode configuration from flags: field not found, node: entryPoint","message":"Command error"}',
    'ts=2026-11-21T07:11:22Z level=error msg="loading groups failed" err="/etc/prometheus/rules/a.yml: yaml: line 7: mapping values are not allowed in this context"',
  ],
  not: {
    'nginx: [emerg] host not found in upstream "thanos-receive" in /etc/nginx/conf.d/default.conf:3': null,
    'level=info msg="Completed loading of configuration file" filename=/etc/prometheus/prometheus.yml': null,
    'level=error msg="Error reloading config" err="couldn\'t load configuration (--config.file=\\"/etc/prometheus/prometheus.yml\\"): parsing YAML file /etc/prometheus/prometheus.yml: yaml: line 5: did not find expected key"':
      'workload/config-stale',
    'level=error err="create bucket client: parsing config YAML file: yaml: unmarshal errors: line 1: field acces_key not found in type s3.Config"':
      'objstore/config-invalid',
  },
});
