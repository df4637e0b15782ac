import { defineFindings } from '../kind.ts';
import { combined } from '../shared/combined-texts.ts';

/** Who writes to CloudWatch: calls, exporters and outputs. */
const WRITES_TO_CLOUDWATCH = [
  'putlogevents',
  'createlogstream',
  'createloggroup',
  'describelogstreams',
  'putmetricdata',
  'putretentionpolicy',
  'writetocloudwatch failure',
  'awsemf',
  'cwlog_client',
  'cloudwatch_logs',
  'cloudwatchlogs',
  'operation error cloudwatch',
  'outputs.cloudwatch',
] as const;

/** What AWS and its SDKs say of an identity that may not, or is none. */
const NOT_ALLOWED = [
  'accessdenied',
  'access denied',
  'not authorized to perform',
  'nocredentialproviders',
  'no valid providers in chain',
  'failed to refresh cached credentials',
  'failed to retrieve credentials',
  'webidentityerr',
  'no ec2 imds role found',
  'unrecognizedclient',
  'invalidclienttokenid',
  'expiredtoken',
  'security token included in the request',
  'invalidsignature',
  'no ec2 instance role found',
] as const;

export const cloudwatch = defineFindings({
  'cloudwatch-refused': {
    leak: 1e-4,
    sentence: {
      en: '{subject}: CloudWatch refuses the identity of the agent',
      ko: '{subject}: CloudWatch가 에이전트 권한을 거부',
    },
    texts: {
      holds: 'lasting',
      roles: ['cloudwatch-agent', 'log-shipper'],
      lines: [
        { has: ['is not authorized to perform: logs:'], source: 'aws cloudwatch logs AccessDeniedException' },
        { has: ['is not authorized to perform: cloudwatch:'], source: 'aws cloudwatch AccessDenied' },
        {
          has: ['is not authorized to perform: ec2:describetags'],
          source: 'amazon-cloudwatch-agent plugins/processors/ec2tagger',
        },
        {
          has: ['is not authorized to perform: ec2:describevolumes'],
          source: 'amazon-cloudwatch-agent plugins/processors/ec2tagger',
        },
        ...combined(WRITES_TO_CLOUDWATCH, NOT_ALLOWED, {
          lacks: ['s3:', 'eks:', 'es:eshttp'],
          source:
            'amazon-cloudwatch-agent, opentelemetry awsemfexporter, fluent-bit out_cloudwatch_logs; aws sdk',
        }),
        ...combined(['e! cloudwatch', 'e! [outputs.cloudwatch', 'e! [logagent', 'ec2tagger'], NOT_ALLOWED, {
          source: 'amazon-cloudwatch-agent plugins/outputs/cloudwatch',
        }),
      ],
    },
  },
  'runtime-socket-absent': {
    leak: 1e-4,
    sentence: {
      en: '{subject}: the agent does not see the socket of the container runtime',
      ko: '{subject}: 에이전트에서 컨테이너 런타임 소켓이 보이지 않음',
    },
    texts: {
      holds: 'lasting',
      roles: ['cloudwatch-agent'],
      lines: [
        {
          has: ['is containerd socket mounted'],
          source: 'amazon-cloudwatch-agent plugins/inputs/cadvisor/container_info_processor.go',
        },
        { has: ['no pod metric collected'], source: 'amazon-cloudwatch-agent plugins/inputs/cadvisor' },
        {
          has: ['cannot unix dial containerd api service'],
          // cAdvisor tries every runtime and says so of those that the node has not.
          lacks: ['registration of the docker', 'registration of the crio', 'registration of the podman'],
          source: 'cadvisor container/containerd/client.go',
        },
        {
          has: ['unable to create containerd client', 'no such file or directory'],
          lacks: ['registration of the docker', 'registration of the crio', 'registration of the podman'],
          source: 'cadvisor container/containerd/factory.go',
        },
        ...combined(
          ['hostpath type check failed', 'failed to mount', 'error mounting', 'failedmount'],
          ['containerd.sock', 'dockershim.sock', 'docker.sock', 'crio.sock'],
          { source: 'kubernetes pkg/volume/hostpath; runc' },
        ),
        ...combined(
          ['awscontainerinsightreceiver', 'awscontainerinsight', 'container insights'],
          ['containerd.sock', 'docker.sock', 'crio.sock'],
          { source: 'opentelemetry awscontainerinsightreceiver' },
        ),
      ],
    },
  },
});
