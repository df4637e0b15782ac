import { RENDERED_IMAGES } from '../../install/images.ts';
import type { LabNames } from '../names.ts';
import { container, type KubernetesObject, service, workload } from '../objects.ts';
import { underNames } from './names.ts';

const PORT = 8080;

/** A receiver in Slack's place: it refuses what Slack would refuse, and shows what came. */
export function slackObjects(names: LabNames): KubernetesObject[] {
  const { slack: name } = underNames(names);
  const namespace = names.namespaces.application;
  const labels = { [names.labelKeys.name]: name };
  return [
    service({ name, namespace, selector: labels, ports: [{ name: 'http', port: PORT }] }),
    workload({
      kind: 'Deployment',
      name,
      namespace,
      labels,
      pod: {
        containers: [
          container({
            name,
            image: `${names.registry}/${RENDERED_IMAGES.slack.name}`,
            args: [`--listen=:${PORT}`],
            ports: { http: PORT },
            memory: '64Mi',
            readiness: { path: '/ready', port: PORT },
          }),
        ],
      },
    }),
  ];
}

/** Where Alertmanager sends to: a secret, as Slack's addresses are. */
export const slackUrl = (names: LabNames, token: string): string =>
  `http://${underNames(names).slack}.${names.namespaces.application}.svc.cluster.local:${PORT}/services/T0LAB/B0LAB/${token}`;

/** The path, through the API server, of what the receiver has taken. */
export const slackMessagesPath = (names: LabNames): string =>
  `/api/v1/namespaces/${names.namespaces.application}/services/${underNames(names).slack}:http/proxy/messages`;
