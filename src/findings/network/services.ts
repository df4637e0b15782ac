import { lastChange } from '../../evidence/kubernetes/meta.ts';
import type { Service } from '../../evidence/kubernetes/objects.ts';
import type { Source } from '../../evidence/look.ts';
import type { Component } from '../../fleet/fleet.ts';
import { type ComponentRef, componentRef } from '../../fleet/subjects.ts';
import type { FindingRule } from '../context.ts';
import { type Change, type Finding, findingId, present, quote, unknown } from '../finding.ts';
import { type Note, note } from '../notes.ts';
import { followLinks, formatLabels, type LinkPath } from '../shared/paths.ts';

/** The Services that the pipeline's links go through: are they there, do they select pods, do ports fit? */
export const services: FindingRule = {
  name: 'network/services',
  look: (context) => {
    const paths = followLinks(context);
    const findings = paths.flatMap((path) => [
      ...[findingOf(withName(path, paths)) ?? []].flat(),
      ...unseenOf(path),
    ]);
    // Several clients of one Service give one finding.
    return [...new Map(findings.map((finding) => [findingId(finding), finding])).values()];
  },
};

/**
 * Nobody tells the name of a Service that a node port led to. Where another client names an absent Service of
 * the same server, it is that one: one Service that was deleted is one fault.
 */
function withName(path: LinkPath, all: readonly LinkPath[]): LinkPath {
  const { problem, server } = path;
  if (problem?.kind !== 'service-absent' || problem.name !== null) return path;
  const named = all.find(
    (other) =>
      other.server === server &&
      other.link.kind === path.link.kind &&
      other.problem?.kind === 'service-absent' &&
      other.problem.name !== null,
  );
  return named ? { ...path, problem: named.problem } : path;
}

/** What could be wrong with a Service that could not be looked at; without its name the server stands for it. */
function unseenOf({ problem, server }: LinkPath): Finding[] {
  if (problem?.kind !== 'unseen') return [];
  const { cluster, namespace, name, what, why } = problem;
  if (name === null && !server) return [];
  const subject =
    name === null && server
      ? server.ref
      : serviceRef(cluster, namespace, name ?? '', server?.role ?? 'target');
  const types =
    what === 'service'
      ? (['service-absent', 'service-selects-nothing', 'service-port-wrong'] as const)
      : (['service-selects-nothing'] as const);
  return types.map((type) => unknown(type, subject, why));
}

function findingOf(path: LinkPath): Finding | null {
  const { problem, server, link } = path;
  const role = server?.role ?? 'target';
  switch (problem?.kind) {
    case 'service-absent': {
      const { cluster, namespace, name } = problem;
      // Without any name the component stands for its Service.
      const subject = name === null && server ? server.ref : serviceRef(cluster, namespace, name ?? '', role);
      const words =
        name === null
          ? note('node-port-none', { port: link.address.port ?? '–' })
          : note('service-none', { service: `${namespace}/${name}` });
      return present('service-absent', subject, {
        evidence: [quote(problem.source, words)],
        facts: {
          service: name ?? `nodePort ${link.address.port}`,
          namespace,
          address: [link.address.host, link.address.port ?? []].flat().join(':'),
        },
      });
    }
    case 'selects-nothing':
      return ofSelector(problem, role);
    case 'service-port':
      return ofService(
        'service-port-wrong',
        problem,
        role,
        note('service-port-differs', {
          ...{ service: nameOf(problem.service), has: problem.has, wanted: problem.wanted },
        }),
        {
          has: problem.has,
          wanted: problem.wanted,
        },
      );
    default:
      return null;
  }
}

/** A Service that selects none of the pods that it is meant for. */
export function selectsNothing(
  cluster: string,
  service: Service,
  source: Source,
  { role, podLabels }: Component,
): Finding {
  const words = { selector: formatLabels(service.selector), labels: formatLabels(podLabels) };
  return ofSelector({ cluster, service, source, ...words }, role);
}

function ofSelector(
  problem: { cluster: string; service: Service; source: Source; selector: string; labels: string },
  role: Component['role'],
): Finding {
  const { selector, labels } = problem;
  const words = note('service-selects-none', { service: nameOf(problem.service), selector, labels });
  return ofService('service-selects-nothing', problem, role, words, { selector, labels });
}

const nameOf = ({ meta }: Service): string => `${meta.namespace}/${meta.name}`;

function ofService(
  type: 'service-selects-nothing' | 'service-port-wrong',
  problem: { cluster: string; service: Service; source: { cluster: string; path: string; at: string } },
  role: Component['role'],
  words: Note,
  facts: Finding['facts'],
): Finding {
  const { service, cluster } = problem;
  const { name, namespace } = service.meta;
  const change = serviceChange(service);
  return present(type, serviceRef(cluster, namespace ?? '', name, role), {
    evidence: [quote(problem.source, words)],
    facts: { service: name, namespace: namespace ?? '', ...facts },
    since: change?.at ?? null,
    change,
  });
}

export function serviceRef(
  cluster: string,
  namespace: string,
  name: string,
  role: Component['role'],
): ComponentRef {
  return componentRef({ cluster, namespace, kind: 'Service', name, role });
}

function serviceChange(service: Service): Change | null {
  const change = lastChange(service.meta);
  if (!change || change.at === service.meta.createdAt) return null;
  return { what: `Service ${service.meta.name}`, at: change.at, by: change.manager };
}
