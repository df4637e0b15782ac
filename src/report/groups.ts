import type { Finding } from '../findings/finding.ts';
import type { Role } from '../fleet/roles.ts';
import type { Subject } from '../fleet/subjects.ts';
import type { Language } from '../messages/messages.ts';
import { message } from '../messages/messages.ts';
import { findingSentence } from './words.ts';

/** The chart of the source document (general-troubleshooting): where to look, and in what. */
export const AREAS = ['agent', 'receiver', 'network', 'storage', 'other'] as const;
export const LAYERS = ['logs', 'metrics', 'resources'] as const;
export type Area = (typeof AREAS)[number];
export type Layer = (typeof LAYERS)[number];

export interface FindingGroup {
  area: string;
  layers: { layer: string; sentences: string[] }[];
}

/** Present findings by area and by what they were read from; what has none is left out. */
export function groupFindings(findings: readonly Finding[], language: Language): FindingGroup[] {
  const present = findings.filter(({ state }) => state === 'present');
  return AREAS.flatMap((area) => {
    const own = present.filter((finding) => areaOf(finding) === area);
    if (own.length === 0) return [];
    const layers = LAYERS.flatMap((layer) => {
      const sentences = own
        .filter((finding) => layerOf(finding) === layer)
        .map((finding) => findingSentence(language, finding));
      return sentences.length === 0
        ? []
        : [{ layer: message(language, `group.layer.${layer}`), sentences: [...new Set(sentences)] }];
    });
    return [{ area: message(language, `group.area.${area}`), layers }];
  });
}

const AREA_OF_ROLE: Partial<Record<Role, Area>> = {
  agent: 'agent',
  prometheus: 'agent',
  sidecar: 'agent',
  target: 'agent',
  exporter: 'agent',
  operator: 'agent',
  'config-reloader': 'agent',
  receive: 'receiver',
  query: 'receiver',
  'query-frontend': 'receiver',
  cache: 'receiver',
  ruler: 'receiver',
  store: 'storage',
  compactor: 'storage',
  'object-store': 'storage',
  'csi-driver': 'storage',
  dns: 'network',
  ingress: 'network',
};

function areaOf({ subject }: Finding): Area {
  if (subject.type === 'component') return areaOfComponent(subject);
  if (subject.type !== 'link') return 'other';
  if (subject.kind === 'upload' || subject.kind === 'fetch') return 'storage';
  return subject.kind === 'scrape' ? 'agent' : 'network';
}

function areaOfComponent({ kind, role }: Extract<Subject, { type: 'component' }>): Area {
  if (['Service', 'Ingress', 'NetworkPolicy', 'Cluster'].includes(kind)) return 'network';
  if (['PersistentVolumeClaim', 'StorageClass'].includes(kind)) return 'storage';
  return AREA_OF_ROLE[role] ?? 'other';
}

/** A part's own HTTP answers are its metrics; what the API server has are the resources. */
function layerOf({ evidence: [quote] }: Finding): Layer {
  const source = quote?.source ?? '';
  if (/\/log(\?|$)/.test(source)) return 'logs';
  return source.includes('/proxy') ? 'metrics' : 'resources';
}
