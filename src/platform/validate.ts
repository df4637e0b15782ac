import { dereference, type Schema, validate } from '@cfworker/json-schema';
import type { PlatformObject } from './kubernetes.ts';

/** A rendered object that a cluster would refuse: a defect of ours, or a value that no check caught. */
export interface Invalid {
  object: string;
  /** JSON pointer into the object. */
  at: string;
  detail: string;
}

/** Checks rendered objects against the schemas of Kubernetes, of the operator and of Gateway API. */
export async function validateObjects(objects: readonly PlatformObject[]): Promise<Invalid[]> {
  known ??= schemas();
  const { schemaOf, lookup } = await known;
  return objects.flatMap((object) => {
    const name = `${object.kind}/${object.metadata.name}`;
    const schema = schemaOf(`${object.apiVersion}/${object.kind}`);
    if (!schema) return [{ object: name, at: '', detail: `no schema of ${object.apiVersion}` }];
    const { valid, errors } = validate(object, schema, '7', lookup, false);
    if (valid) return [];
    // The deepest errors say what is wrong; those above only that something is.
    const depth = Math.max(...errors.map(({ instanceLocation }) => instanceLocation.split('/').length));
    return errors
      .filter(({ instanceLocation }) => instanceLocation.split('/').length === depth)
      .map(({ instanceLocation, error }) => ({ object: name, at: instanceLocation.slice(1), detail: error }));
  });
}

/** Read once: a fleet has a hundred clusters. */
let known: ReturnType<typeof schemas> | undefined;

/** The schemas with an index of their definitions. They are interpreted: compiling them costs seconds. */
async function schemas() {
  const [kubernetes, gateway, operator] = await Promise.all([
    import('./schemas/kubernetes.generated.json', { with: { type: 'json' } }),
    import('./schemas/gateway.generated.json', { with: { type: 'json' } }),
    import('./schemas/operator.generated.json', { with: { type: 'json' } }),
  ]);
  const definitions = kubernetes.default.definitions as Readonly<Record<string, Schema>>;
  const lookup = dereference({ definitions } as Schema);
  const own = { ...gateway.default.schemas, ...operator.default.schemas } as Readonly<Record<string, Schema>>;
  const names: Readonly<Record<string, string>> = kubernetes.default.kinds;
  return {
    lookup,
    schemaOf: (id: string): Schema | undefined => {
      const name = names[id];
      return name === undefined ? own[id] : definitions[name];
    },
  };
}
