import { parse, stringify } from 'yaml';
import { compactorPods, logSays } from '../effects.ts';
import { defineFault, getObject, hubPart } from '../fault.ts';
import { changeWorkload } from '../workloads.ts';

interface SecretObject {
  data: Record<string, string>;
}

/** The Compactor alone is given a configuration of its own, with a slip in the name of the bucket. */
export const fault = defineFault({
  name: 'compactor-bucket-misspelt',
  lab: { pipeline: 'plain' },
  visibleAfter: 300,
  expected: { mode: 'objstore/bucket-missing', ...hubPart('compactor') },
  inject: async (context) => {
    const { hands, hub, names } = context;
    const namespace = names.namespaces.pipeline;
    const { objstore, objstoreKey } = names.objects;
    const { data } = await getObject<SecretObject>(context, hub, 'secret', objstore, '-n', namespace);
    const config = parse(Buffer.from(data[objstoreKey] ?? '', 'base64').toString()) as {
      config: { bucket: string };
    };
    config.config.bucket += '-archive';
    const name = `${objstore}-archive`;
    const content = Buffer.from(stringify(config)).toString('base64');
    await hands.create(hub, {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name, namespace },
      data: { [objstoreKey]: content },
    } as never);
    await changeWorkload(context, 'statefulset', compactorPods, (_, { template: { spec } }) => {
      for (const { secret } of spec.volumes ?? []) if (secret) secret.secretName = name;
    });
  },
  effect: logSays(compactorPods, 'specified bucket does not exist'),
});
