import { secret } from '../../lab/pipeline/objects.ts';
import { defineControl } from '../control.ts';
import { agentExports, allOf, arrivesWithin, objectIs, waitFor } from '../effects.ts';
import { entrance, renewedCertificates, writeByTls } from '../entrance.ts';
import type { FaultContext } from '../fault.ts';
import { edgesOf } from '../site.ts';

const nameOf = (context: FaultContext) => `${entrance(context).name}-tls`;

const writesByTls = allOf(
  agentExports('prometheus_remote_storage_samples_total', 0, () => 'url="https://'),
  arrivesWithin(30, ({ edge }) => edge),
);

/** Remote write goes by TLS, and the certificate is renewed by the authority that the agents trust. */
export const control = defineControl({
  name: 'ingress-certificate-renewed',
  lab: { pipeline: 'rendered' },
  visibleAfter: 120,
  happens: async (context) => {
    const { hands, hub, names } = context;
    const { pipeline: namespace } = names.namespaces;
    const { authority, first, second } = await renewedCertificates(names.remoteWriteHost);
    const name = nameOf(context);
    await hands.create(hub, {
      ...secret(name, namespace, { 'tls.crt': first.certificate, 'tls.key': first.key }),
      type: 'kubernetes.io/tls',
    });
    await hands.change<{ spec: { tls?: object[] } }>(hub, entrance(context), ({ spec }) => {
      spec.tls = [{ hosts: [names.remoteWriteHost], secretName: name }];
    });
    const trusted = { name: `${name}-ca`, key: 'ca.crt' };
    for (const edge of edgesOf(context))
      await hands.create(edge, secret(trusted.name, names.namespaces.agent, { [trusted.key]: authority }));
    await writeByTls(context, { ca: { secret: trusted } });
    await waitFor(context, writesByTls, 300);
    // Both at once, as whoever renews certificates writes them.
    await hands.change<{ data: Record<string, string>; metadata: { annotations?: Record<string, string> } }>(
      hub,
      { kind: 'secret', namespace, name },
      ({ data, metadata }) => {
        data['tls.crt'] = Buffer.from(second.certificate).toString('base64');
        data['tls.key'] = Buffer.from(second.key).toString('base64');
        metadata.annotations = { ...metadata.annotations, renewed: 'yes' };
      },
    );
  },
  effect: allOf(
    objectIs<{ metadata: { annotations?: Record<string, string> } }>(
      (context) => ({
        cluster: context.hub,
        kind: 'secret',
        namespace: context.names.namespaces.pipeline,
        name: nameOf(context),
      }),
      ({ metadata }) => metadata.annotations?.renewed === 'yes',
    ),
    writesByTls,
  ),
});
