import { type FaultContext, getObject } from './fault.ts';

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
