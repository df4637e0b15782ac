import { podKey } from '../../evidence/evidence.ts';
import { list, text } from '../../evidence/json.ts';
import type { PlainObject } from '../../evidence/kubernetes/plain.ts';
import type { Look } from '../../evidence/look.ts';
import type { BlindReason } from '../../evidence/transport.ts';
import { configFileOf, flagFileOrigin, podsOf } from '../../evidence/views.ts';
import { readYamlMapping } from '../../evidence/yaml.ts';
import type { Component } from '../../fleet/fleet.ts';
import type { Part } from './part.ts';

/** A Prometheus' configuration as YAML has it. */
export interface PrometheusYaml {
  config: Record<string, unknown>;
  /** What runs has every default written out; a file has what was written. */
  layer: 'running' | 'file';
}

type Told = PrometheusYaml | { why: BlindReason | 'secret' | 'not-visible' };

/** Configurations that were read, by the component of them: several sections ask. */
const read = new WeakMap<Component, Told>();

/** What runs, else what the file says, else why neither could be seen. */
export function prometheusYaml(part: Part): Told {
  const known = read.get(part.component) ?? tell(part);
  read.set(part.component, known);
  return known;
}

function tell(part: Part): Told {
  const looks = podsOf(part.cluster, part.component).map((pod) =>
    part.cluster.runningConfigs.get(podKey(pod)),
  );
  for (const look of looks) {
    const config = look?.seen ? readYamlMapping(look.value) : null;
    if (config) return { config, layer: 'running' };
  }
  const file = configFileOf(part.cluster, part.component, '--config.file');
  const config = file ? readYamlMapping(file.content) : null;
  if (config) return { config, layer: 'file' };
  const blind = looks.find((look) => look && !look.seen);
  if (blind && !blind.seen) return { why: blind.reason };
  const origin = flagFileOrigin(part.cluster, part.component, '--config.file')?.origin;
  return { why: origin?.from === 'secret' ? 'secret' : 'not-visible' };
}

/** The custom resource that an operator made this part of; `null` where none is, or it could not be seen. */
export function customResourceOf(
  part: Part,
): { look: Look<PlainObject[]>; object: PlainObject | null } | null {
  const owner = part.workload?.meta.owner;
  const look =
    owner?.kind === 'PrometheusAgent'
      ? part.extra?.prometheusAgents
      : owner?.kind === 'Prometheus'
        ? part.extra?.prometheuses
        : undefined;
  if (!owner || !look) return null;
  const object = look.seen
    ? look.value.find(
        ({ meta }) => meta.name === owner.name && meta.namespace === part.component.ref.namespace,
      )
    : undefined;
  return { look, object: object ?? null };
}

/** The remote write that leads to the fleet's Receive, or the first; with its place in the list. */
export function remoteWriteOf(
  config: Record<string, unknown>,
  isOurs: (url: string) => boolean,
): { entry: unknown; position: number; others: number } | null {
  const entries = list(config, 'remote_write');
  const ours = entries.findIndex((entry) => isOurs(text(entry, 'url') ?? ''));
  const position = Math.max(ours, 0);
  const entry = entries[position];
  return entry === undefined ? null : { entry, position, others: entries.length - 1 };
}
