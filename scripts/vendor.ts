/**
 * `npm run vendor`: writes what the platform takes from upstream as data: the operator's definitions and the
 * schemas that rendered objects are checked against. Sources are the pinned Go modules; descriptions are left out
 * (as in the operator's own stripped-down definitions), because nothing of ours shows them.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';

const OPERATOR = { module: 'github.com/prometheus-operator/prometheus-operator', version: '0.85.0' };
const KUBERNETES = { module: 'k8s.io/kubernetes', version: '1.35.4' };
const GATEWAY = { module: 'sigs.k8s.io/gateway-api', version: '1.3.0' };
const PLATFORM = join(import.meta.dirname, '..', 'src', 'platform');

type Schema = { [key: string]: unknown };

/** Kinds of Kubernetes that the platform renders, by `apiVersion/Kind`. */
const KINDS = [
  ...['v1/ConfigMap', 'v1/Endpoints', 'v1/LimitRange', 'v1/Namespace', 'v1/PersistentVolumeClaim'],
  ...['v1/ResourceQuota', 'v1/Secret', 'v1/Service', 'v1/ServiceAccount'],
  ...['apps/v1/DaemonSet', 'apps/v1/Deployment', 'apps/v1/StatefulSet', 'batch/v1/Job'],
  ...['networking.k8s.io/v1/Ingress', 'networking.k8s.io/v1/NetworkPolicy'],
  ...['policy/v1/PodDisruptionBudget', 'storage.k8s.io/v1/StorageClass'],
  ...['rbac.authorization.k8s.io/v1/ClusterRole', 'rbac.authorization.k8s.io/v1/ClusterRoleBinding'],
  ...['rbac.authorization.k8s.io/v1/Role', 'rbac.authorization.k8s.io/v1/RoleBinding'],
];

function moduleDir({ module, version }: { module: string; version: string }): string {
  const cwd = mkdtempSync(join(tmpdir(), 'medic-vendor-'));
  writeFileSync(join(cwd, 'go.mod'), 'module vendor\n\ngo 1.26\n');
  const text = execFileSync('go', ['mod', 'download', '-json', `${module}@v${version}`], { cwd });
  return (JSON.parse(text.toString()) as { Dir: string }).Dir;
}

/** A schema without descriptions; objects with known fields take no others. */
function strict(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(strict);
  if (typeof value !== 'object' || value === null) return value;
  const schema = value as Schema;
  if (schema.format === 'int-or-string' || schema['x-kubernetes-int-or-string'] === true) {
    return { type: ['integer', 'string'] };
  }
  const kept = Object.entries(schema).filter(
    ([key, entry]) =>
      !key.startsWith('x-kubernetes-') &&
      !(key === 'description' && typeof entry === 'string') &&
      !['example', 'externalDocs', 'default', 'format'].includes(key) &&
      // Go's patterns may say `(?i)`, which no engine of this language takes: one field is checked less.
      !(key === 'pattern' && typeof entry === 'string' && entry.includes('(?i)')),
  );
  const open = schema['x-kubernetes-preserve-unknown-fields'] === true;
  const closed =
    isMap(schema.properties) && schema.additionalProperties === undefined && !open
      ? { additionalProperties: false }
      : {};
  return Object.fromEntries(
    [...kept, ...Object.entries(closed)].map(([key, entry]) => [
      key,
      key === 'properties' && isMap(entry)
        ? Object.fromEntries(Object.entries(entry).map(([name, property]) => [name, strict(property)]))
        : strict(entry),
    ]),
  );
}

const isMap = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function kubernetesSchemas(): { definitions: Schema; kinds: Record<string, string> } {
  const file = join(moduleDir(KUBERNETES), 'api', 'openapi-spec', 'swagger.json');
  const { definitions } = JSON.parse(readFileSync(file, 'utf8')) as { definitions: Record<string, Schema> };
  const kinds: Record<string, string> = {};
  for (const [name, definition] of Object.entries(definitions)) {
    const groups = (definition['x-kubernetes-group-version-kind'] ?? []) as Record<string, string>[];
    for (const { group, version, kind } of groups) {
      const id = `${group ? `${group}/` : ''}${version}/${kind}`;
      if (KINDS.includes(id) && groups.length === 1) kinds[id] = name;
    }
  }
  const missing = KINDS.filter((id) => !(id in kinds));
  if (missing.length > 0) throw new Error(`not in the specification: ${missing.join(', ')}`);
  const needed = new Set<string>();
  const visit = (name: string): void => {
    if (needed.has(name)) return;
    needed.add(name);
    for (const match of JSON.stringify(definitions[name]).matchAll(/#\/definitions\/([^"]+)/g))
      visit(match[1] ?? '');
  };
  for (const name of Object.values(kinds)) visit(name);
  return {
    kinds: Object.fromEntries(KINDS.map((id) => [id, kinds[id] ?? ''])),
    definitions: Object.fromEntries([...needed].sort().map((name) => [name, strict(definitions[name])])),
  };
}

interface Definition {
  metadata: { name: string; annotations?: Record<string, string> };
  spec: {
    group: string;
    names: { kind: string };
    versions: { name: string; storage: boolean; schema: { openAPIV3Schema: Schema } }[];
  };
}

function definitionsIn(dir: string, wanted: (file: string) => boolean): Definition[] {
  return readdirSync(dir)
    .filter(wanted)
    .sort()
    .map((file) => withoutDescriptions(parse(readFileSync(join(dir, file), 'utf8'))) as Definition);
}

/** Descriptions of fields; a field that is called `description` stays. */
function withoutDescriptions(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutDescriptions);
  if (!isMap(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, entry]) => !(key === 'description' && typeof entry === 'string'))
      .map(([key, entry]) => [key, withoutDescriptions(entry)]),
  );
}

function write(file: string, value: unknown): void {
  writeFileSync(join(PLATFORM, file), `${JSON.stringify(value)}\n`);
}

const operator = definitionsIn(join(moduleDir(OPERATOR), 'example', 'prometheus-operator-crd'), (file) =>
  file.endsWith('.yaml'),
);
const gateway = definitionsIn(join(moduleDir(GATEWAY), 'config', 'crd', 'standard'), (file) =>
  file.endsWith('_httproutes.yaml'),
);
const source = ({ module, version }: { module: string; version: string }) => `${module}@v${version}`;
write('definitions/operator.generated.json', {
  source: source(OPERATOR),
  version: OPERATOR.version,
  definitions: operator,
});
write('schemas/kubernetes.generated.json', { source: source(KUBERNETES), ...kubernetesSchemas() });
write('schemas/gateway.generated.json', {
  source: source(GATEWAY),
  schemas: schemasOf(gateway, ['HTTPRoute']),
});
write('schemas/operator.generated.json', {
  source: source(OPERATOR),
  schemas: schemasOf(operator, [
    ...['PrometheusAgent', 'ServiceMonitor', 'PodMonitor', 'PrometheusRule', 'ThanosRuler', 'Alertmanager'],
  ]),
});

/** Schemas of these kinds, in the version that is stored, by `apiVersion/Kind`. */
function schemasOf(definitions: readonly Definition[], kinds: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    definitions
      .filter(({ spec }) => kinds.includes(spec.names.kind))
      .flatMap(({ spec }) =>
        spec.versions
          .filter(({ storage }) => storage)
          .map(({ name, schema }) => [
            `${spec.group}/${name}/${spec.names.kind}`,
            strict(schema.openAPIV3Schema),
          ]),
      ),
  );
}
