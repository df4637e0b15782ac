import { credentialFiles } from '../../lab/cluster/credentials.ts';
import { refusalOf } from '../effects.ts';
import { defineFault } from '../fault.ts';
import { layoutOfCluster } from '../site.ts';

/** A certificate for the same key that ends as soon as it begins; the API server takes up what is in its file. */
const EXPIRE = `cd "$1"
cp -p apiserver.crt kept.tmp
mv kept.tmp kept
openssl req -new -key apiserver.key -subj /CN=kube-apiserver -addext "subjectAltName=IP:$2" -out request
openssl x509 -req -in request -signkey apiserver.key -copy_extensions copy -days 0 -out expired
cat expired >apiserver.crt
rm request expired`;
const TAKE_BACK = `cd "$1"
rm -f kept.tmp request expired
test ! -e kept || { cat kept >apiserver.crt; rm kept; }`;

export const fault = defineFault({
  name: 'edge-certificates-expired',
  visibleAfter: 180,
  expected: { mode: 'cluster/certificates-expired', cluster: ({ edge }) => edge, role: 'apiserver' },
  inject: (context) => {
    const layout = layoutOfCluster(context, context.edge);
    const run = (script: string) => [
      ...['sh', '-ec', script, 'sh', credentialFiles(layout).servingCertificates],
      layout.nodeAddress,
    ];
    return context.hands.command(run(EXPIRE), run(TAKE_BACK));
  },
  effect: async (context) =>
    (await refusalOf(context, context.edge, ['get', 'nodes'])).includes('certificate has expired'),
});
