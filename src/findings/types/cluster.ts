import { defineFindings, type Text } from '../kind.ts';

/** Words beside an expired certificate that say that it is the cluster's own. */
const OF_THE_CLUSTER = [
  ...['unable to connect to the server', ':6443', 'kube-apiserver', 'kubelet', 'kube-controller-manager'],
  ...[
    'kube-scheduler',
    'etcd',
    'unable to authenticate the request',
    'failed to list *v1',
    'failed to watch',
  ],
  ...['kubernetes.default', 'admin.conf', 'in-cluster', 'memcache.go', '/api/v1/nodes', '/apis/coordination'],
  ...['failed to ensure lease', 'error updating node status', 'kubectl', ':10250', ':2379'],
];

const EXPIRED = 'certificate has expired or is not yet valid';

/** How kubectl says that an API server is silent: the words after its own. */
const SILENCE = ['i/o timeout', 'no route to host', 'network is unreachable', 'tls handshake timeout', 'eof'];

export const cluster = defineFindings({
  'cluster-silent': {
    leak: 1e-3,
    sentence: { en: '{subject}: no samples arrive', ko: '{subject}: 샘플 수신 없음' },
  },
  'api-unreachable': {
    leak: 1e-2,
    sentence: { en: '{subject}: the API does not answer', ko: '{subject}: API 무응답' },
    texts: {
      holds: 'pasted',
      lines: [
        {
          has: ['was refused - did you specify the right host or port'],
          source: 'kubernetes kubectl pkg/cmd/util/helpers.go',
        },
        ...[...SILENCE, 'deadline exceeded', 'request canceled', 'connection reset'].map(
          (words): Text => ({
            has: ['unable to connect to the server', words],
            source: 'kubernetes kubectl pkg/cmd/util/helpers.go, Go net',
          }),
        ),
        ...SILENCE.map(
          (words): Text => ({
            has: ["couldn't get current server api group list", words],
            source: 'kubernetes client-go discovery/cached/memory/memcache.go',
          }),
        ),
        {
          has: ["couldn't get current server api group list", 'connection refused'],
          source: 'kubernetes client-go discovery/cached/memory/memcache.go',
        },
        { has: ['kubernetes cluster unreachable'], source: 'helm pkg/kube/client.go' },
        { has: ['kubeapidown'], isAlert: true, source: 'kubernetes-mixin alerts/kube_apiserver.libsonnet' },
      ],
    },
  },
  'cluster-certificates-expired': {
    leak: 1e-5,
    sentence: {
      en: '{subject}: a certificate of the cluster itself has expired',
      ko: '{subject}: 클러스터 자체 인증서 만료',
    },
    texts: {
      holds: 'pasted',
      lines: [
        ...OF_THE_CLUSTER.map(
          (words): Text => ({
            has: [EXPIRED, words],
            // A writer's or a probe's own far end may be on such a port too.
            lacks: ['/api/v1/receive', 'remote_name', 'failed to send batch'],
            source: 'Go crypto/x509, in kubectl, kubelet, kube-apiserver and client-go',
          }),
        ),
        {
          has: ['bootstrap client certificate', 'is expired'],
          source: 'kubernetes pkg/kubelet/certificate/bootstrap/bootstrap.go',
        },
        {
          has: ['currently active client certificate has expired'],
          source: 'kubernetes pkg/kubelet/certificate/transport.go',
        },
        {
          has: ['the certificate has expired: notbefore'],
          source: 'kubernetes cmd/kubeadm/app/util/pkiutil/pki_helpers.go',
        },
        ...[
          'apiserver',
          'admin.conf',
          'etcd',
          'controller-manager.conf',
          'scheduler.conf',
          'front-proxy',
        ].map(
          (name): Text => ({
            has: ['<invalid>', name],
            lacks: ['<none>'],
            source: 'kubernetes kubeadm certs check-expiration: residual time',
          }),
        ),
        {
          has: ['kubeclientcertificateexpiration'],
          isAlert: true,
          source: 'kubernetes-mixin alerts/kube_apiserver.libsonnet',
        },
        {
          has: ['kubeletclientcertificateexpiration'],
          isAlert: true,
          source: 'kubernetes-mixin alerts/kubelet.libsonnet',
        },
        {
          has: ['kubeletservercertificateexpiration'],
          isAlert: true,
          source: 'kubernetes-mixin alerts/kubelet.libsonnet',
        },
        {
          has: ['kubeletclientcertificaterenewalerrors'],
          isAlert: true,
          source: 'kubernetes-mixin alerts/kubelet.libsonnet',
        },
        {
          has: ['kubeletservercertificaterenewalerrors'],
          isAlert: true,
          source: 'kubernetes-mixin alerts/kubelet.libsonnet',
        },
        { has: ['kubeletcertificateexpiring'], isAlert: true, source: 'rules of this project' },
      ],
    },
  },
});
