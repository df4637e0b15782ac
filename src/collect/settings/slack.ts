import { at, isRecord, list, text, texts } from '../../evidence/json.ts';
import { valuesOf } from './matchers.ts';
import { inPart, type Noted, seen, untold } from './noted.ts';
import type { Part } from './part.ts';
import { type SecretRef, secretAt } from './workload.ts';

const PATH = ['alertmanager', 'slack'];

/** Where alerts go in Slack, by severity. The address is a secret; the file that it is in tells the Secret's name. */
export function slackOf(part: Part, config: Record<string, unknown>): Noted {
  const receivers = list(config, 'receivers');
  const bySlack = new Map(
    receivers.flatMap((receiver): [string, unknown][] => {
      const [only, ...more] = list(receiver, 'slack_configs');
      return only === undefined || more.length > 0 ? [] : [[text(receiver, 'name') ?? '', only]];
    }),
  );
  const kinds = new Set(receivers.flatMap((receiver) => (isRecord(receiver) ? Object.keys(receiver) : [])));
  kinds.delete('name');
  if (kinds.size === 0) return seen(PATH, null, inPart(part, 'receivers'));
  const others = [...kinds].filter((kind) => kind !== 'slack_configs');
  if (others.length > 0) return untold(PATH, 'not-expressible', part.cluster.name, others.sort().join(', '));
  const url = addressOf(part, [...bySlack.values()], config);
  if (url === null) return untold(PATH, 'secret', part.cluster.name, 'slack_configs');
  const routes = list(config, 'route', 'routes');
  const channelOf = (route: unknown) => text(bySlack.get(text(route, 'receiver') ?? ''), 'channel');
  const bySeverity = routes.flatMap((route) => {
    const severity = severitiesOf(route);
    const channel = channelOf(route);
    return severity.length === 0 || channel === undefined ? [] : [{ severity, channel }];
  });
  const watchdog = routes.find((route) => texts(route, 'matchers').some((one) => one.includes('Watchdog')));
  const isWhole = routes.every(
    (route) => route === watchdog || channelOf(route) === undefined || severitiesOf(route).length > 0,
  );
  if (!isWhole || bySeverity.length === 0)
    return untold(PATH, 'not-expressible', part.cluster.name, 'route.routes');
  const value = { url, routes: bySeverity, watchdog: (watchdog && channelOf(watchdog)) ?? null };
  return seen(PATH, value, inPart(part, 'route.routes'));
}

function severitiesOf(route: unknown): string[] {
  const matchers = texts(route, 'matchers');
  const old = text(route, 'match', 'severity') ?? text(route, 'match_re', 'severity');
  if (old !== undefined && matchers.length === 0) return old.split('|');
  const [only, ...more] = matchers;
  return only === undefined || more.length > 0 ? [] : valuesOf(only, 'severity');
}

/** The operator mounts each Secret at a folder of its name. */
const OPERATOR_FOLDER =
  /^\/etc\/alertmanager\/secrets\/([a-z0-9][-a-z0-9.]{0,252})\/([-._a-zA-Z0-9]{1,253})$/;

/** The one Secret of all addresses; `null` where they are written out, or in several. */
function addressOf(part: Part, configs: readonly unknown[], config: unknown): SecretRef | null {
  const shared = at(config, 'global', 'slack_api_url_file');
  const files = configs.map((one) => text(one, 'api_url_file') ?? shared);
  const found = files.map((file) => {
    if (typeof file !== 'string') return null;
    const [, name, key] = OPERATOR_FOLDER.exec(file) ?? [];
    return name !== undefined && key !== undefined ? { name, key } : secretAt(part, file);
  });
  const [first] = found;
  return first && found.every((one) => one?.name === first.name && one.key === first.key) ? first : null;
}
