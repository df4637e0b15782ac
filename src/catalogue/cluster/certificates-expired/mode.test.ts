import { describeChanged, logOf } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('cluster/certificates-expired', {
  says: [
    'Unable to connect to the server: x509: certificate has expired or is not yet valid: current time 2026-11-21T07:11:22Z is after 2026-11-20T10:00:00Z',
    'Unable to connect to the server: tls: failed to verify certificate: x509: certificate has expired or is not yet valid: current time 2026-11-21T07:11:22Z is after 2026-11-20T10:00:00Z',
    'E1121 07:11:22.022000    1203 authentication.go:70] "Unable to authenticate the request" err="[x509: certificate has expired or is not yet valid: current time 2026-11-21T07:11:22Z is after 2026-11-20T10:00:00Z, verifying certificate SN=1 failed]"',
    'kubelet[1203]: E1121 07:11:22.022 bootstrap.go:266] part of the existing bootstrap client certificate in /etc/kubernetes/kubelet.conf is expired: 2026-11-20 10:00:00 +0000 UTC',
    'E1121 07:11:22.022 transport.go:123] "The currently active client certificate has expired and the server is responsive, exiting."',
    'level=error component=k8s_client_runtime err="failed to list *v1.Pod: Get \\"https://10.96.0.1:443/api/v1/pods\\": tls: failed to verify certificate: x509: certificate has expired or is not yet valid"',
    'apiserver                  Nov 20, 2026 10:00 UTC   <invalid>       ca                      no',
    'ALERT KubeClientCertificateExpiration firing job=apiserver',
    `{"level":"warn","caller":"embed/config_logging.go:169","msg":"rejected connection","remote-addr":"10.0.0.4:50012","server-name":"etcd","error":"tls: failed to verify certificate: x509: certificate has expired or is not yet valid"}`,
  ],
  not: {
    'kubelet: I1121 07:11:22.022 certificate_manager.go:356] Certificate expiration is 2027-11-20, rotation deadline is 2027-08-01':
      null,
    'Unable to connect to the server: dial tcp 10.0.0.4:6443: i/o timeout': 'cluster/unreachable',
  },
});

const LINE =
  'time=2026-11-21T08:53:00.000Z level=ERROR source=reflector.go:200 msg="Failed to watch" err="failed to list *v1.Pod: Get \\"https://10.96.0.1:443/api/v1/pods\\": tls: failed to verify certificate: x509: certificate has expired or is not yet valid"';

// A part that uses the API of its cluster meets the certificate.
describeChanged('cluster/certificates-expired', {
  from: 'agent-config-invalid',
  change: logOf(/pods\/vokmu-gunorjin-5f7d96f66f/, LINE, LINE),
  at: { role: 'apiserver' },
  hidden: /\/log\?/,
});
