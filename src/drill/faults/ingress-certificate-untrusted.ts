import { edgeSilent } from '../effects.ts';
import { writeByTls } from '../entrance.ts';
import { defineFault } from '../fault.ts';

/** Remote write moves to TLS and the certificate was forgotten: the controller shows one of its own making. */
export const fault = defineFault({
  name: 'ingress-certificate-untrusted',
  lab: { pipeline: 'rendered' },
  visibleAfter: 360,
  expected: { mode: 'network/tls-untrusted', cluster: ({ hub }) => hub, role: 'ingress' },
  inject: (context) => writeByTls(context),
  effect: edgeSilent('failed to verify certificate: x509'),
});
