import type { SecretKey } from '../../fleet/file/settings.ts';
import { asText, metadata, objectLabels, requirements } from '../builders.ts';
import type { RenderContext } from '../context.ts';
import type { PlatformObject } from '../kubernetes.ts';
import { NAMES } from '../names.ts';
import { managed, volume } from './agent.ts';

const CONFIG = 'alertmanager-config';

/** Alertmanager as a custom resource, and its routes. The addresses that it notifies stay in their Secret. */
export function alertmanager(context: RenderContext): PlatformObject[] {
  const { fleet } = context;
  const { alertmanager: settings } = fleet;
  if (!settings.enabled) return [];
  const name = 'alertmanager';
  return [
    {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: metadata(context, CONFIG, name),
      type: 'Opaque',
      data: { 'alertmanager.yaml': Buffer.from(asText(config(context))).toString('base64') },
    },
    {
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'Alertmanager',
      metadata: { ...metadata(context, NAMES.alertmanager, name), labels: objectLabels(fleet, name) },
      spec: {
        ...managed(context, { name, software: 'alertmanager', replicas: settings.replicas }),
        resources: requirements(settings.resources),
        storage: volume(context, settings.storage),
        configSecret: CONFIG,
        ...(settings.slack !== null && { secrets: [settings.slack.url.name] }),
      },
    },
  ];
}

/** Alerts of one thing at two thresholds: whoever gets the second needs no reminder of the first. */
const WORSE = [
  ['ContainerMemoryCritical', 'ContainerMemoryHigh'],
  ['ContainerCPUCritical', 'ContainerCPUHigh'],
  ['QueryLatencyCritical', 'QueryLatencyHigh'],
  ['VolumeFull', 'VolumeFilling'],
] as const;

const NOBODY = 'nobody';

function config(context: RenderContext): object {
  const { fleet } = context;
  const { slack, mutedEnvironments, groupWait, groupInterval, repeatInterval } = fleet.alertmanager;
  const label = fleet.identityLabel;
  const routes = (slack?.routes ?? []).map(({ severity, channel }) => ({
    matchers: [`severity=~"${severity.join('|')}"`],
    receiver: receiverOf(channel),
  }));
  const channels = [
    ...new Set([...(slack?.routes ?? []).map(({ channel }) => channel), slack?.watchdog]),
  ].filter((channel) => channel != null);
  return {
    route: {
      receiver: NOBODY,
      group_by: ['alertname', label],
      group_wait: groupWait,
      group_interval: groupInterval,
      repeat_interval: repeatInterval,
      routes: [
        // It always fires: that it arrives shows that the way is open, and a switch outside may watch for it.
        {
          matchers: ['alertname="Watchdog"'],
          receiver: slack?.watchdog == null ? NOBODY : receiverOf(slack.watchdog),
        },
        // One route for each: a value is a text, and no expression.
        ...mutedEnvironments.map((environment) => ({
          matchers: [`environment=${JSON.stringify(environment)}`],
          receiver: NOBODY,
        })),
        ...routes,
      ],
    },
    inhibit_rules: [
      {
        source_matchers: ['severity="critical"'],
        target_matchers: ['severity=~"warning|info"'],
        equal: ['alertname', label, 'namespace'],
      },
      ...WORSE.map(([worse, milder]) => ({
        source_matchers: [`alertname="${worse}"`],
        target_matchers: [`alertname="${milder}"`],
        equal: [label, 'namespace', 'pod', 'container', 'persistentvolumeclaim'],
      })),
    ],
    receivers: [
      { name: NOBODY },
      ...channels.map((channel) => ({
        name: receiverOf(channel),
        slack_configs: slack === null ? [] : [slackConfig(slack.url, channel, label)],
      })),
    ],
  };
}

const receiverOf = (channel: string): string => `slack-${channel.replace(/^[#@]/, '')}`;

function slackConfig(url: SecretKey, channel: string, label: string): object {
  return {
    // The operator mounts Secrets there.
    api_url_file: `/etc/alertmanager/secrets/${url.name}/${url.key}`,
    channel,
    send_resolved: true,
    title: `[{{ .Status | toUpper }}{{ if eq .Status "firing" }} {{ .Alerts.Firing | len }}{{ end }}] {{ .CommonLabels.alertname }} {{ .CommonLabels.${label} }}`,
    text: '{{ range .Alerts }}{{ .Annotations.summary }}\n{{ .Annotations.description }}\n{{ .Annotations.runbook_url }}\n{{ end }}',
  };
}
