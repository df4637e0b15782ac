import { podKey } from '../../evidence/evidence.ts';
import { isRecord, list, text, texts } from '../../evidence/json.ts';
import type { Look } from '../../evidence/look.ts';
import { configFileOf, podsOf } from '../../evidence/views.ts';
import { readYamlMapping } from '../../evidence/yaml.ts';
import { flagValue } from '../../fleet/flags.ts';
import { duration } from './forms.ts';
import { valuesOf } from './matchers.ts';
import { inPart, type Noted, seen, untold } from './noted.ts';
import type { Part } from './part.ts';
import { slackOf } from './slack.ts';
import { replicasAndResources, storage } from './workload.ts';
import { onePart, type World } from './world.ts';

/** Alertmanager, and the way of its alerts. */
export function alertmanagerSettings(world: World): Noted[] {
  const none = { path: ['alertmanager', 'enabled'], value: false };
  const { part, notes } = onePart(world, 'alertmanager', world.parts('alertmanager'), none);
  if (!part) return notes;
  const folder = flagValue(part.component.args, '--storage.path');
  return [
    ...notes,
    seen(['alertmanager', 'enabled'], true, inPart(part, 'alertmanager')),
    ...replicasAndResources(part, ['alertmanager']),
    storage(part, ['alertmanager', 'storage'], folder?.startsWith('/') ? folder : null),
    ...fromConfig(part),
  ];
}

/** `dispatch/route.go` of Alertmanager 0.28.1 and 0.34.2: the same in both. */
const TIMES = {
  groupWait: ['group_wait', '30s'],
  groupInterval: ['group_interval', '5m'],
  repeatInterval: ['repeat_interval', '4h'],
} as const;

function fromConfig(part: Part): Noted[] {
  const config = configOf(part);
  if (config === null) {
    const look = lookOf(part);
    const why = look && !look.seen ? look.reason : 'not-visible';
    return [...Object.keys(TIMES), 'slack', 'mutedEnvironments'].map((field) =>
      untold(['alertmanager', field], why, part.cluster.name),
    );
  }
  const times = Object.entries(TIMES).map(([field, [key, otherwise]]) => {
    const path = ['alertmanager', field];
    const given = text(config, 'route', key);
    const value = duration(given ?? otherwise);
    return value === null
      ? untold(path, 'not-expressible', part.cluster.name, given ?? null)
      : seen(path, value, inPart(part, `route.${key}`, given === undefined));
  });
  return [...times, muted(part, config), slackOf(part, config)];
}

/** What runs, else the file that it reads where that is a ConfigMap. */
function configOf(part: Part): Record<string, unknown> | null {
  const look = lookOf(part);
  const running = look?.seen ? readYamlMapping(look.value) : null;
  if (running) return running;
  const file = configFileOf(part.cluster, part.component, '--config.file');
  return file ? readYamlMapping(file.content) : null;
}

const lookOf = (part: Part): Look<string> | undefined =>
  podsOf(part.cluster, part.component)
    .map((pod) => part.extra?.alertmanagers.get(podKey(pod)))
    .find((look) => look !== undefined);

/** Environments whose alerts go to a receiver that notifies nobody. */
function muted(part: Part, config: Record<string, unknown>): Noted {
  const silent = new Set(
    list(config, 'receivers')
      .filter((receiver) => isRecord(receiver) && Object.keys(receiver).every((key) => key === 'name'))
      .map((receiver) => text(receiver, 'name')),
  );
  const environments = list(config, 'route', 'routes')
    .filter((route) => silent.has(text(route, 'receiver')))
    .flatMap((route) => {
      const matchers = texts(route, 'matchers');
      const [only] = matchers;
      return matchers.length === 1 && only !== undefined ? valuesOf(only, 'environment') : [];
    });
  return seen(['alertmanager', 'mutedEnvironments'], environments, inPart(part, 'route.routes'));
}
