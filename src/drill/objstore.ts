import { secret } from '../lab/pipeline/objects.ts';
import type { Where } from './effects.ts';
import { type FaultContext, getObject } from './fault.ts';
import { changeWorkload } from './workloads.ts';

interface SecretObject {
  data: Record<string, string>;
}

/** Edits the object store's configuration and restarts its clients, which read it only at their start. */
export async function editObjstore(context: FaultContext, change: (yaml: string) => string): Promise<void> {
  const { kubectl, hub, names } = context;
  const namespace = names.namespaces.pipeline;
  const key = names.objects.objstoreKey;
  const secret = await getObject<SecretObject>(
    context,
    hub,
    'secret',
    names.objects.objstore,
    '-n',
    namespace,
  );
  const before = Buffer.from(secret.data[key] ?? '', 'base64').toString('utf8');
  const after = change(before);
  if (after === before) throw new Error('the fault changed nothing in the object store configuration');
  const patch = JSON.stringify({ stringData: { [key]: after } });
  await kubectl(hub, [
    'patch',
    'secret',
    names.objects.objstore,
    '-n',
    namespace,
    '--type=merge',
    '-p',
    patch,
  ]);
  await restartClients(context);
}

export async function restartClients(context: FaultContext): Promise<void> {
  const { kubectl, hub, names } = context;
  for (const name of [names.workloads.store, names.workloads.compactor]) {
    const selector = `${names.labelKeys.name}=${name}`;
    await kubectl(hub, ['delete', 'pod', '-n', names.namespaces.pipeline, '-l', selector, '--wait=false']);
  }
}

/** As above, written down by the hands, which restart the clients again when they take it back. */
export async function changeObjstore(context: FaultContext, edit: (yaml: string) => string): Promise<void> {
  const { hands, hub, names } = context;
  const { objstore, objstoreKey } = names.objects;
  const namespace = names.namespaces.pipeline;
  await hands.changeText(hub, { kind: 'secret', namespace, name: objstore }, objstoreKey, edit);
  for (const client of [names.workloads.store, names.workloads.compactor])
    await hands.restart(hub, namespace, `statefulset/${client}`);
}

/** The store lets its clients do this and no more (plain lab); it reads that only at its start. */
export async function allowOnly({ hands, hub, names }: FaultContext, ...actions: string[]): Promise<void> {
  const namespace = names.namespaces.storage;
  const rights = { kind: 'secret', namespace, name: names.objects.s3Config };
  await hands.changeText(hub, rights, 's3.json', (text) => {
    const { identities } = JSON.parse(text) as { identities: object[] };
    return JSON.stringify({ identities: identities.map((identity) => ({ ...identity, actions })) });
  });
  await hands.restart(hub, namespace, `statefulset/${names.workloads.objectStore}`);
}

/** One client alone is given a configuration of its own, in a Secret beside that of the others (plain lab). */
export async function giveOwnObjstore(
  context: FaultContext,
  client: Where,
  edit: (yaml: string) => string,
): Promise<void> {
  const { objstore, objstoreKey } = context.names.objects;
  const { cluster, namespace, name } = client(context);
  const { data } = await getObject<SecretObject>(context, cluster, 'secret', objstore, '-n', namespace);
  const before = Buffer.from(data[objstoreKey] ?? '', 'base64').toString('utf8');
  const after = edit(before);
  if (after === before) throw new Error('the fault changed nothing in the object store configuration');
  const own = `${objstore}-${name}`;
  await context.hands.create(cluster, secret(own, namespace, { [objstoreKey]: after }));
  await changeWorkload(context, 'statefulset', client, (_, { template }) => {
    for (const { secret: mounted } of template.spec.volumes ?? [])
      if (mounted?.secretName === objstore) mounted.secretName = own;
  });
}
