import { defineFindings } from '../kind.ts';
import { accessed } from '../shared/access-logs.ts';

/** Hosts that no cluster of a pipeline holds: whoever cannot reach them cannot get out. */
const OUTSIDE_HOSTS = [
  ...[
    'amazonaws.com',
    'googleapis.com',
    'windows.net',
    'microsoftonline.com',
    'docker.io',
    'ghcr.io',
    'quay.io',
  ],
  ...[
    'gcr.io',
    'registry.k8s.io',
    'github.com',
    'grafana.com',
    'grafana.net',
    'google.com',
    '8.8.8.8',
    '1.1.1.1',
  ],
] as const;

/** What a dial says that gets no answer, or finds no route. */
const UNREACHED = [
  'i/o timeout',
  'network is unreachable',
  'connection timed out',
  'no route to host',
] as const;

/** Lines of parts whose own kinds of findings say more. */
const ABOUT_OTHERS = [
  ...[
    '/metrics',
    'notify',
    'notification',
    'bucket',
    'objstore',
    'memcached',
    'hashring',
    'memberlist',
    'component=cluster',
    'pull image',
    'pulling image',
  ],
  ...[
    'imagepull',
    'errimage',
    'probe',
    '[output:',
    'database',
    'datasource',
    'etcd',
    'webhook',
    '/api2/',
    'opensearch',
  ],
  ...[
    'hooks.slack.com',
    'pagerduty.com',
    'failed to pull',
    'store api',
    'storeset',
    'endpointset',
    'forward',
  ],
  ...['kubelet', ':6443', ':10250', 'sidecar', 'attach', 'plugin/errors', 'unable to connect to the server'],
] as const;

/** TLS of scrapes, of log shippers and of the cluster itself: kinds of their own. */
const TLS_OF_OTHERS = [
  ...['/metrics', 'scrape', '[output:', '[tls]', 'opensearch', 'unable to connect to the server'],
  ...[
    'authentication.go',
    'unable to authenticate the request',
    'kubelet',
    'kube-apiserver',
    ':6443',
    'etcd',
  ],
] as const;

export const network = defineFindings({
  'service-absent': {
    leak: 1e-4,
    sentence: {
      en: '{subject}: the Service that leads there does not exist',
      ko: '{subject}: 연결에 필요한 Service 없음',
    },
    texts: {
      holds: 'pasted',
      lines: [
        { has: ['(notfound): services "'], source: 'kubectl get service' },
        {
          has: ['services "', '" not found', '"kind":"status"'],
          source: 'kubernetes Status of the API server',
        },
        {
          has: ['error getting service', 'not found'],
          lacks: ['account'],
          source: 'ingress-nginx controller/store',
        },
        {
          has: ['no object matching key', 'in local store'],
          lacks: ['secret', 'configmap'],
          source: 'ingress-nginx controller/store',
        },
        { has: ['kubernetes service not found'], source: 'traefik provider/kubernetes/crd' },
        {
          has: ['cannot create service', 'service not found'],
          source: 'traefik provider/kubernetes/ingress',
        },
      ],
    },
  },
  'service-selects-nothing': {
    leak: 1e-5,
    sentence: { en: '{subject} selects no pod', ko: '{subject}: 선택하는 파드 없음' },
    texts: {
      holds: 'pasted',
      lines: [
        {
          has: ['no endpoints available for service'],
          lacks: ['webhook'],
          source: 'kubernetes registry/core/service/storage: services/proxy',
        },
        { has: ['endpoints:', '<none>'], source: 'kubectl describe service' },
        {
          has: ['service is defined without a selector'],
          source: 'kubectl polymorphichelpers: port-forward, logs',
        },
      ],
    },
  },
  'service-port-wrong': {
    leak: 1e-4,
    sentence: { en: '{subject} has a wrong port', ko: '{subject}: 포트 불일치' },
    texts: {
      holds: 'pasted',
      lines: [
        { has: ['does not have a service port'], source: 'kubectl port-forward' },
        { has: ['does not have a named port'], source: 'kubectl port-forward' },
        { has: ['service port not found'], source: 'traefik provider/kubernetes/ingress, crd' },
        { has: ['service "', 'no service port', 'found'], source: 'apiserver services/proxy' },
        { has: ['no service port', 'found for service'], source: 'kubernetes registry/core/service/storage' },
        {
          has: ['failedtoupdateendpoint'],
          lacks: ['has been modified'],
          source: 'kubernetes endpoint controllers',
        },
      ],
    },
  },
  'dns-silent': {
    leak: 1e-4,
    sentence: {
      en: '{subject}: the DNS of the cluster cannot answer',
      ko: '{subject}: 클러스터 DNS 응답 불가',
    },
    texts: {
      holds: 'pasted',
      lines: [
        { has: ['no servers could be reached'], source: 'bind9 dig, nslookup, host' },
        { has: ['plugin/loop: loop ('], source: 'coredns plugin/loop' },
        {
          has: ['plugin/errors', ':53: i/o timeout'],
          source: 'coredns plugin/errors: the servers before it do not answer',
        },
        { has: ['plugin/errors', 'no upstream host'], source: 'coredns plugin/forward' },
        { has: ['corednsdown'], isAlert: true, source: 'coredns-mixin alerts/coredns.libsonnet' },
        { has: ['kubednsdown'], isAlert: true, source: 'kubernetes alerts of older stacks' },
      ],
    },
  },
  'name-lookup-failing': {
    leak: 1e-3,
    sentence: { en: '{subject}: name lookups get no answer', ko: '{subject}: 이름 조회 무응답' },
    texts: {
      holds: 'pasted',
      lines: [
        {
          has: [':53: i/o timeout', 'lookup '],
          lacks: ['plugin/errors'],
          source: 'Go net: dnsclient_unix.go',
        },
        { has: [':53: read: connection refused', 'lookup '], source: 'Go net' },
        { has: [':53: connect: network is unreachable', 'lookup '], source: 'Go net' },
        { has: ['server misbehaving', 'lookup '], source: 'Go net: SERVFAIL' },
        { has: ['try again', 'lookup '], source: 'Go net, cgo: EAI_AGAIN' },
        { has: ['temporary failure in name resolution'], source: 'glibc gai_strerror: EAI_AGAIN' },
        { has: ['eai_again'], source: 'Node.js dns' },
      ],
    },
  },
  'name-unknown': {
    leak: 1e-3,
    sentence: {
      en: '{subject}: the name of the target does not exist',
      ko: '{subject}: 대상 이름이 DNS에 없음',
    },
    texts: {
      holds: 'pasted',
      lines: [
        {
          has: ['no such host', 'lookup '],
          // Other parts say whose name it is: those are kinds of their own.
          lacks: [
            '/metrics',
            'bucket',
            'objstore',
            'memcached',
            'hashring',
            'notify',
            'lookup ip address',
            'lookup srv',
            'pulling image',
            'pull image',
            'dns lookup',
            'database',
            'datasource',
            'component=query-frontend',
            '"component":"query-frontend"',
          ],
          source: 'Go net',
        },
        {
          // Records of a service, as Thanos' resolver looks for them.
          has: ['lookup _', 'no such host'],
          lacks: ['memcache', 'redis', '/metrics', 'hashring'],
          source: 'Go net: DNSError of a name with _service._proto; thanos pkg/discovery/dns/resolver.go',
        },
        {
          // The resolver of Thanos may leave the lookup out of the error.
          has: ['failed to lookup', 'no such host', 'host='],
          lacks: ['lookup _', 'memcache', 'redis', 'hashring'],
          source: 'thanos pkg/discovery/dns/resolver.go, miekgdns/resolver.go',
        },
        { has: ["server can't find", 'nxdomain'], source: 'bind9, busybox nslookup' },
        { has: ['status: nxdomain'], source: 'bind9 dig' },
        { has: ['could not resolve host'], source: 'curl messages' },
        { has: ['unable to resolve host address'], source: 'GNU wget' },
        { has: ['bad address', 'wget: '], source: 'busybox wget' },
        {
          has: ['name or service not known'],
          lacks: ['[output:', 'psql', 'database'],
          source: 'glibc gai_strerror: EAI_NONAME',
        },
      ],
    },
  },
  'node-port-refused': {
    leak: 1e-5,
    sentence: {
      en: '{subject}: the node port lies outside the range',
      ko: '{subject}: 노드 포트가 허용 범위 밖',
    },
    texts: {
      holds: 'pasted',
      lines: [
        {
          has: ['provided port is not in the valid range'],
          source: 'kubernetes registry/core/service/portallocator/allocator.go',
        },
        { has: ['the range of valid ports is'], source: 'as above' },
        {
          has: ['portoutofrange'],
          source: 'kubernetes registry/core/service/portallocator/controller/repair.go',
        },
        { has: ['is not within the port range', 'recreate service'], source: 'as above' },
      ],
    },
  },
  'policy-denies': {
    leak: 1e-4,
    sentence: {
      en: '{subject} lets no connection through that the pipeline needs',
      ko: '{subject}: 파이프라인에 필요한 연결을 허용하지 않음',
    },
    texts: {
      holds: 'pasted',
      lines: [
        {
          has: ['policy denied'],
          lacks: ['bucket', 'iam'],
          source: 'cilium monitor, hubble: drop reason 133',
        },
        { has: ['policy_denied'], source: 'cilium hubble flow: drop_reason_desc' },
        { has: ['policy-verdict:none', 'denied'], source: 'hubble observe' },
        { has: ['denied by policy'], lacks: ['iam', 'admission', 'webhook'], source: 'network plugins' },
        { has: ['blocked by weave npc'], source: 'weave prog/weave-npc' },
        { has: ['drop by policy'], source: 'kube-router controllers/netpol: log prefix' },
        { has: ['calico-packet'], source: 'calico felix: log rule prefix' },
        { has: ['verdict', 'deny', 'src ip', 'dest ip'], source: 'aws-network-policy-agent: flow logs' },
        { has: ['"disposition":"deny"'], source: 'GKE Dataplane V2 policy-action' },
        { has: ['acl_audit', 'verdict=drop'], source: 'ovn-controller acl logs (OVN-Kubernetes)' },
        { has: ['antreanetworkpolicy', ' drop '], source: 'antrea agent np.log' },
        { has: ['k8snetworkpolicy', ' drop '], source: 'as above' },
      ],
    },
  },
  'outside-dropped': {
    leak: 1e-3,
    sentence: {
      en: '{subject} reaches nothing outside the cluster',
      ko: '{subject}: 클러스터 외부 연결 실패',
    },
    texts: {
      holds: 'pasted',
      lines: [
        { has: ['proxyconnect tcp'], source: 'Go net/http transport.go' },
        { has: ['proxy authentication required'], source: 'HTTP 407 of a forward proxy' },
        { has: ['x-squid-error'], source: 'squid HTTP headers' },
        { has: ['tcp_denied/'], source: 'squid access.log' },
        { has: ['received http code', 'from proxy after connect'], source: 'curl messages' },
        { has: ['connect tunnel failed'], source: 'curl messages' },
        { has: ['errorportallocation'], source: 'AWS NAT gateway metrics' },
        {
          has: ['nat_allocation_failed'],
          source: 'GCP Cloud NAT: metric router.googleapis.com/nat/nat_allocation_failed',
        },
        { has: ['snat', 'exhaust'], source: 'Azure load balancer and NAT gateway' },
        { has: ['"state": "blackhole"'], source: 'aws ec2 describe-route-tables' },
        { has: ['"state":"blackhole"'], source: 'as above' },
        { has: ['blackholecluster'], source: 'istio: REGISTRY_ONLY' },
        { has: ['no egress gateway found'], source: 'cilium drop reasons' },
        ...OUTSIDE_HOSTS.flatMap((host) =>
          UNREACHED.map((words) => ({
            has: [host, words] as [string, string],
            lacks: [...ABOUT_OTHERS, 'lookup '],
            source: 'Go net: dial to a host of the outside world',
          })),
        ),
      ],
    },
  },
  'ingress-absent': {
    leak: 1e-4,
    sentence: {
      en: '{subject}: no Ingress takes this name',
      ko: '{subject}: 이 이름을 받는 Ingress 없음',
    },
    texts: {
      holds: 'pasted',
      lines: [
        { has: ['default backend - 404'], source: 'ingress-nginx default backend' },
        {
          has: ['ingresses.networking.k8s.io "', 'not found'],
          source: 'kubernetes Status of the API server',
        },
        { has: ['ingressclasses.networking.k8s.io "', 'not found'], source: 'as above' },
        { has: ['ingressclass.networking.k8s.io "', 'not found'], source: 'ingress controllers' },
        {
          has: ['ingress does not contain a valid ingressclass'],
          source: 'ingress-nginx controller/ingressclass',
        },
        {
          has: ['ignoring ingress because of error while validating ingress class'],
          source: 'ingress-nginx controller/store',
        },
        { has: ['invalid ingress class'], source: 'aws-load-balancer-controller, ingress-nginx' },
        { has: ['route_not_found'], source: 'envoy response code details' },
      ],
    },
  },
  'proxy-body-refused': {
    leak: 1e-4,
    sentence: {
      en: '{subject}: a proxy refuses large requests (413)',
      ko: '{subject}: 프록시가 큰 요청 거부 (413)',
    },
    texts: {
      holds: 'pasted',
      lines: [
        { has: ['client intended to send too large'], source: 'nginx ngx_http_core_module' },
        {
          has: ['413 request entity too large', '<html'],
          source: 'nginx ngx_http_special_response; AWS ALB',
        },
        { has: ['413 request entity too large', '<title>'], source: 'as above' },
        { has: ['413 request entity too large', 'nginx'], source: 'as above' },
        {
          has: ['413 request entity too large: request entity too large'],
          source: 'traefik (oxy buffer), other Go proxies',
        },
        { has: ['413 payload too large'], source: 'haproxy, envoy, Apache' },
        { has: ['413 content too large'], source: 'proxies by RFC 9110' },
        { has: ['request_payload_too_large'], source: 'envoy response code details' },
        ...accessed(413),
        {
          has: ['status 413'],
          // Receive says what is too large (thanos pkg/receive/handler.go): its own limits are another mode.
          lacks: ['write request too large', 'too many timeseries', 'too many samples', 'limit'],
          source: 'prometheus storage/remote/client.go',
        },
        {
          has: ['413 request entity too large'],
          lacks: ['write request too large', 'too many timeseries', 'too many samples', 'limit'],
          source: 'HTTP status line',
        },
      ],
    },
  },
  'proxy-backend-failing': {
    leak: 1e-3,
    sentence: {
      en: '{subject}: a proxy on the way gets no answer from its backend',
      ko: '{subject}: 경로상의 프록시가 백엔드 응답을 받지 못함',
    },
    texts: {
      holds: 'pasted',
      lines: [
        { has: ['while connecting to upstream'], source: 'nginx ngx_http_upstream.c' },
        { has: ['no live upstreams'], source: 'as above' },
        { has: ['upstream timed out'], source: 'as above' },
        { has: ['while reading response header from upstream'], source: 'as above' },
        { has: ['does not have any active endpoint'], source: 'ingress-nginx controller' },
        { has: ['skipping service: no endpoints found'], source: 'traefik provider/kubernetes/ingress' },
        { has: ['no available server'], source: 'traefik server/service/loadbalancer: 503' },
        { has: ['no healthy upstream'], source: 'envoy router' },
        { has: ['upstream connect error or disconnect/reset before headers'], source: 'envoy router' },
        { has: ['upstream request timeout'], source: 'envoy router' },
        { has: ['no server is available to handle this request'], source: 'haproxy 503' },
        {
          has: ['502 bad gateway'],
          lacks: ['opensearch'],
          source: 'HTTP status line: nginx, traefik, haproxy, AWS ALB',
        },
        {
          has: ['504 gateway time'],
          lacks: ['opensearch'],
          source: 'HTTP status line: "Timeout" and "Time-out"',
        },
        { has: ['503 service temporarily unavailable'], source: 'nginx, AWS ALB' },
        { has: ['503 service unavailable', '<html'], source: 'haproxy, Apache' },
        // Receive's own errors pass through a proxy with the same numbers: what is behind it does not do its work.
        ...[500, 502, 503, 504].flatMap((status) => accessed(status)),
      ],
    },
  },
  'certificate-untrusted': {
    leak: 1e-4,
    sentence: {
      en: '{subject}: the certificate is not trusted, or is for another name',
      ko: '{subject}: 신뢰할 수 없거나 다른 이름의 인증서',
    },
    texts: {
      holds: 'pasted',
      lines: [
        ...[
          ['x509: certificate signed by unknown authority', 'Go crypto/x509 verify.go'],
          ['x509: certificate is valid for', 'as above'],
          ['x509: cannot validate certificate for', 'as above'],
          ['x509: certificate is not valid for any names', 'as above'],
          ['x509: certificate relies on legacy common name', 'as above'],
          ['x509: certificate is not authorized to sign', 'as above'],
          ['x509: certificate specifies an incompatible key usage', 'as above'],
          ['x509: no valid chains built', 'as above'],
          ['tls: bad certificate', 'Go crypto/tls alert.go'],
          ['tls: unknown certificate authority', 'as above'],
          ['alert unknown ca', 'openssl'],
          ['alert bad certificate', 'openssl'],
          ['self signed certificate', 'openssl 1.x'],
          ['self-signed certificate', 'openssl 3.x'],
          ['unable to get local issuer certificate', 'openssl'],
          ['unable to verify the first certificate', 'openssl'],
          ['unable_to_verify_leaf_signature', 'Node.js'],
          ['err_tls_cert_altname_invalid', 'Node.js'],
          ['pkix path building failed', 'Java JSSE'],
          ['no alternative certificate subject name matches', 'curl messages'],
          ['hostname mismatch, certificate is not valid', 'Python ssl'],
          ["doesn't match requested host name", 'Python, wget'],
        ].map(([words = '', source = '']) => ({
          has: [words] as [string],
          lacks: [...TLS_OF_OTHERS, 'has expired', 'not yet valid'],
          source,
        })),
      ],
    },
  },
  'certificate-expired': {
    leak: 1e-4,
    sentence: {
      en: '{subject}: the certificate has expired or is not yet valid',
      ko: '{subject}: 인증서 만료 또는 유효 기간 전',
    },
    texts: {
      holds: 'pasted',
      lines: [
        ...[
          ['certificate has expired', 'Go crypto/x509, openssl, curl'],
          ['certificate is not yet valid', 'openssl, curl'],
          ['tls: expired certificate', 'Go crypto/tls alert.go'],
          ['alert certificate expired', 'openssl'],
          ['cert_has_expired', 'Node.js'],
          ['certificateexpiredexception', 'Java JSSE'],
          ['certificatenotyetvalidexception', 'Java JSSE'],
          ['sec_error_expired_certificate', 'browsers'],
          ['net::err_cert_date_invalid', 'browsers'],
        ].map(([words = '', source = '']) => ({ has: [words] as [string], lacks: TLS_OF_OTHERS, source })),
      ],
    },
  },
  'tunnel-broken': {
    leak: 1e-5,
    sentence: {
      en: '{subject}: a port-forward or tunnel broke',
      ko: '{subject}: port-forward 또는 터널 끊김',
    },
    texts: {
      holds: 'pasted',
      lines: [
        { has: ['lost connection to pod'], source: 'client-go tools/portforward' },
        { has: ['an error occurred forwarding'], source: 'as above' },
        { has: ['portforward.go', 'error'], source: 'as above' },
        { has: ['error forwarding port'], source: 'kubelet, containerd: port forward' },
        { has: ['unable to listen on any of the requested ports'], source: 'client-go tools/portforward' },
        { has: ['listeners failed to create with the following errors'], source: 'as above' },
        { has: ['error upgrading connection', 'portforward'], source: 'as above' },
        { has: ['error creating forwarding stream for port'], source: 'as above' },
        { has: ['error copying from remote stream to local connection'], source: 'as above' },
        { has: ['error copying from local connection to remote stream'], source: 'as above' },
        { has: ['client_loop: send disconnect'], source: 'openssh' },
        { has: ['packet_write_wait', 'broken pipe'], source: 'openssh 7' },
        { has: ['open failed: connect failed'], source: 'openssh channels.c' },
        { has: ['could not request local forwarding'], source: 'openssh' },
        { has: ['remote port forwarding failed'], source: 'openssh' },
        { has: ['timeout, server', 'not responding'], source: 'openssh' },
        { has: ['connection to', 'closed by remote host'], source: 'openssh' },
        { has: ['your session timed out due to inactivity'], source: 'AWS session-manager-plugin' },
        { has: ['cannot perform start session'], source: 'AWS session-manager-plugin' },
      ],
    },
  },
  'sites-apart': {
    leak: 1e-4,
    sentence: {
      en: '{subject}: nothing passes between it and the other clusters',
      ko: '{subject}: 다른 클러스터와 통신 전혀 안 됨',
    },
    texts: {
      holds: 'pasted',
      lines: [
        { has: ['handshake did not complete after'], source: 'wireguard-go, Linux wireguard' },
        { has: ['handshake for peer', 'did not complete'], source: 'Linux wireguard' },
        { has: ['giving up after', 'retransmits'], source: 'strongswan charon' },
        { has: ['peer not responding, trying again'], source: 'strongswan charon' },
        { has: ['dpd', 'peer', 'dead'], source: 'IPsec dead peer detection' },
        { has: ['inactivity timeout (--ping-restart)'], source: 'openvpn' },
        { has: ['tls key negotiation failed to occur within'], source: 'openvpn' },
        { has: ['bgp', 'hold timer expired'], source: 'bird, frr, gobgp' },
        { has: ['bgp session', 'down'], source: 'metallb, cilium, calico' },
        { has: ['ipsec is down'], source: 'aws ec2 describe-vpn-connections: StatusMessage' },
        { has: ['"bgpstatus": "down"'], source: 'AWS Direct Connect' },
        { has: ['100% packet loss'], source: 'iputils ping' },
        { has: ['100.0% packet loss'], source: 'ping of BSD and macOS' },
        { has: ['destination host unreachable'], source: 'iputils ping' },
        { has: ['destination net unreachable'], source: 'iputils ping' },
        {
          has: ['connect: network is unreachable', 'dial tcp'],
          lacks: [...ABOUT_OTHERS, ...OUTSIDE_HOSTS, ':53: '],
          source: 'Go net: ENETUNREACH',
        },
      ],
    },
  },
  'connection-dropped': {
    leak: 1e-3,
    sentence: {
      en: '{subject}: packets get no answer',
      ko: '{subject}: 패킷에 응답 없음',
    },
    texts: {
      holds: 'pasted',
      lines: [
        { has: ['[ufw block]'], source: 'ufw log lines' },
        { has: ['final_reject'], source: 'firewalld' },
        { has: [' reject ok'], source: 'AWS VPC flow logs' },
        { has: ['icmp host', 'unreachable - admin prohibited'], source: 'tcpdump: a firewall that says so' },
        { has: ['destination host prohibited'], source: 'ping: ICMP host prohibited' },
        { has: ['packet filtered'], source: 'ping: ICMP admin prohibited' },
        {
          has: ['i/o timeout', 'dial tcp'],
          lacks: [...ABOUT_OTHERS, ...OUTSIDE_HOSTS, 'lookup '],
          source: 'Go net: dial',
        },
        {
          has: ['connect: connection timed out', 'dial tcp'],
          lacks: [...ABOUT_OTHERS, ...OUTSIDE_HOSTS],
          source: 'Go net: ETIMEDOUT',
        },
        {
          has: ['failed to connect to', 'connection timed out'],
          lacks: [...ABOUT_OTHERS, ...OUTSIDE_HOSTS],
          source: 'curl (28)',
        },
        {
          has: ['connection timed out after', 'curl messages'],
          lacks: [...ABOUT_OTHERS, ...OUTSIDE_HOSTS],
          source: 'curl (28)',
        },
        { has: ['operation timed out', 'nc: '], source: 'netcat' },
      ],
    },
  },
  'host-unrouted': {
    leak: 1e-3,
    sentence: {
      en: '{subject}: nobody knows a way to the host, or a filter says so (no route to host)',
      ko: '{subject}: 대상 호스트로 가는 경로 없음 (no route to host)',
    },
    texts: {
      holds: 'pasted',
      lines: [
        {
          // Linux sets it for ICMP host unreachable, for a neighbour that does not answer ARP, and for the ICMP of a
          // REJECT (net/ipv4/icmp.c icmp_err_convert, arp.c); a dropped packet ends in a timeout.
          has: ['connect: no route to host', 'dial tcp'],
          lacks: [...ABOUT_OTHERS, ...OUTSIDE_HOSTS],
          source: 'Go net: EHOSTUNREACH',
        },
      ],
    },
  },
  'load-balancer-pending': {
    leak: 1e-4,
    sentence: {
      en: '{subject}: the load balancer has no address',
      ko: '{subject}: 로드 밸런서 주소 미할당',
    },
    texts: {
      holds: 'pasted',
      lines: [
        { has: ['<pending>', 'loadbalancer'], source: 'kubectl get services' },
        { has: ['syncloadbalancerfailed'], source: 'kubernetes cloud-provider/controllers/service' },
        { has: ['error syncing load balancer'], source: 'as above' },
        { has: ['failed to ensure load balancer'], source: 'as above' },
        { has: ['unavailableloadbalancer'], source: 'as above' },
        { has: ['failedbuildmodel'], source: 'aws-load-balancer-controller' },
        { has: ['faileddeploymodel'], source: 'as above' },
        { has: ['unable to resolve at least one subnet'], source: 'as above' },
        { has: ["couldn't auto-discover subnets"], source: 'as above' },
        {
          has: ['could not find any suitable subnets for creating the elb'],
          source: 'kubernetes cloud-provider-aws',
        },
        { has: ['no available ips'], source: 'metallb controller' },
        { has: ['failed to allocate ip for'], source: 'metallb controller' },
        { has: ['allocationfailed', 'failed to allocate'], source: 'metallb controller event' },
        {
          has: ['no available nodes for loadbalancer'],
          source: 'kubernetes cloud-provider/controllers/service',
        },
      ],
    },
  },
  'large-packets-lost': {
    leak: 1e-4,
    sentence: {
      en: '{subject}: small packets pass, large ones do not',
      ko: '{subject}: 작은 패킷만 통과하고 큰 패킷은 유실',
    },
    texts: {
      holds: 'pasted',
      lines: [
        { has: ['frag needed and df set'], source: 'ping: ICMP fragmentation needed' },
        { has: ['fragmentation needed'], source: 'cilium drop reasons, tcpdump' },
        { has: ['need to frag (mtu'], source: 'tcpdump' },
        { has: ['message too long, mtu'], source: 'ping -M do' },
        { has: ['sendmsg: message too long'], source: 'Linux EMSGSIZE' },
        { has: ['packet too big'], source: 'ICMPv6' },
        { has: ['packet needs to be fragmented but df set'], source: 'ping of Windows' },
        { has: ['mtu mismatch'], source: 'network plugins' },
      ],
    },
  },
  'requests-hang': {
    // A proxy on the way that takes what it does not pass on looks the same.
    leak: 5e-3,
    sentence: {
      en: '{subject}: connections are taken, and what is sent over them gets no answer',
      ko: '{subject}: 연결은 맺어지지만 보낸 데이터에 응답 없음',
    },
  },
  'requests-unanswered': {
    // Slow servers and proxies end in the same words.
    leak: 5e-3,
    sentence: {
      en: '{subject}: requests get no answer in time, though others of the same server do',
      ko: '{subject}: 같은 서버의 다른 클라이언트와 달리 요청이 제한 시간 안에 응답을 받지 못함',
    },
  },
  'crossing-silent': {
    leak: 1e-3,
    sentence: {
      en: '{subject}: nothing that it sends to another cluster, or gets from one, is answered',
      ko: '{subject}: 다른 클러스터와 주고받는 모든 연결에 응답 없음',
    },
  },
  'crossing-unrouted': {
    leak: 1e-3,
    sentence: {
      en: '{subject}: a host on the way to the other clusters says that there is no route',
      ko: '{subject}: 다른 클러스터로 가는 경로의 호스트가 경로 없음(no route to host)으로 응답',
    },
  },
  'way-closed-to-probe': {
    leak: 1e-3,
    sentence: {
      en: '{subject}: whether a pod beside the client gets through (medic diagnose --probe)',
      ko: '{subject}: 클라이언트와 같은 노드의 파드에서 연결되는지 여부 (medic diagnose --probe)',
    },
  },
  'conntrack-full': {
    leak: 1e-5,
    sentence: {
      en: '{subject}: the table of connections is full',
      ko: '{subject}: conntrack 테이블 가득 참',
    },
    texts: {
      holds: 'pasted',
      lines: [
        { has: ['conntrack: table full'], source: 'Linux net/netfilter/nf_conntrack_core.c' },
        { has: ['conntrack table full'], source: 'node-problem-detector' },
        { has: ['conntrackfull'], source: 'node-problem-detector network-problem-monitor' },
        { has: ['nodehighnumberconntrackentriesused'], isAlert: true, source: 'node-mixin alerts' },
        { has: ['ct: map insertion failed'], source: 'cilium drop reasons' },
        {
          has: ['conntrack_allowance_exceeded'],
          lacks: ['conntrack_allowance_exceeded: 0', 'conntrack_allowance_exceeded 0'],
          source: 'amzn-drivers kernel/linux/ena/ena_ethtool.c: ethtool -S',
        },
      ],
    },
  },
});
