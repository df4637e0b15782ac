import { expect, it } from 'vitest';
import { replay } from '../../../drill/recordings.ts';
import { describeMode } from '../../recorded.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeMode('workload/config-stale', { sick: ['agent-config-stale'], hidden: /\/metrics$/ });

it('says which field was refused, and in which ConfigMap', async () => {
  const { diagnosis } = await replay('agent-config-stale');
  const cause = diagnosis.causes[0];
  expect(cause?.sign.facts.words).toContain('field remote_wrtie not found');
  expect(cause?.change?.what).toBe(`ConfigMap ${cause?.sign.facts.configMap}`);
});

describeTexts('workload/config-stale', {
  says: [
    'time=2026-11-21T07:11:22Z level=ERROR source=main.go:1245 msg="Error reloading config" err="couldn\'t load configuration (--config.file=\\"/etc/prometheus/prometheus.yml\\"): parsing YAML file: yaml: line 5: did not find expected key"',
    'failed to reload config: one or more errors occurred while applying the new configuration (--config.file="/etc/prometheus/prometheus.yml")',
    'level=error msg="Failed to trigger reload. Retrying." err="trigger reload: received non-200 response: 500 Internal Server Error; have you set `--web.enable-lifecycle` Prometheus flag?"',
    'prometheus_config_last_reload_successful 0',
    'alertmanager_config_last_reload_successful 0',
    '[FIRING:1] PrometheusBadConfig (prometheus-agent-0 critical)',
    '[FIRING:3] AlertmanagerFailedReload (alertmanager critical)',
    '[FIRING:1] ConfigReloaderSidecarErrors (monitoring)',
  ],
  not: {
    'level=error msg="Failed to trigger reload. Retrying." err="trigger reload: reload request failed: Post \\"http://127.0.0.1:9090/-/reload\\": dial tcp 127.0.0.1:9090: connect: connection refused"':
      null,
    'prometheus_config_last_reload_successful 1': null,
    'msg="Error reloading config" err="x"\nmsg="Completed loading of configuration file" filename=/etc/prometheus/prometheus.yml':
      null,
  },
});
