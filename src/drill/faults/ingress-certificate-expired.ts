import { secret } from '../../lab/pipeline/objects.ts';
import { edgeSilent } from '../effects.ts';
import { entrance, expiredCertificate, writeByTls } from '../entrance.ts';
import { defineFault } from '../fault.ts';
import { edgesOf } from '../site.ts';

export const fault = defineFault({
  name: 'ingress-certificate-expired',
  lab: { pipeline: 'rendered' },
  visibleAfter: 360,
  expected: { mode: 'network/tls-expired', cluster: ({ hub }) => hub, role: 'ingress' },
  inject: async (context) => {
    const { hands, hub, names } = context;
    const { pipeline: namespace } = names.namespaces;
    const { certificate, key } = await expiredCertificate(names.remoteWriteHost);
    const name = `${entrance(context).name}-tls`;
    await hands.create(hub, {
      ...secret(name, namespace, { 'tls.crt': certificate, 'tls.key': key }),
      type: 'kubernetes.io/tls',
    });
    await hands.change<{ spec: { tls?: object[] } }>(hub, entrance(context), ({ spec }) => {
      spec.tls = [{ hosts: [names.remoteWriteHost], secretName: name }];
    });
    // The agents trust it: that it has ended is all that is wrong with it.
    const trusted = { name: `${name}-ca`, key: 'ca.crt' };
    for (const edge of edgesOf(context))
      await hands.create(edge, secret(trusted.name, names.namespaces.agent, { [trusted.key]: certificate }));
    await writeByTls(context, { ca: { secret: trusted } });
  },
  effect: edgeSilent('x509: certificate has expired'),
});
