import { defineFindings, type Text } from '../kind.ts';

/** Words that say that a line is about the object store: of Thanos, its clients, URLs of the clouds, command lines. */
const STORAGE: readonly string[] = [
  ...['bucket', 's3 object', 'meta.json', 'deletion-mark.json', 'upload', 'objstore', 'object store'],
  ...['object storage', 'range reader', 'list-type=2', 'listobjects', 'putobject', 'getobject', 'headobject'],
  ...['s3.', 'amazonaws.com', 'storage.googleapis.com', 'blob.core.windows.net', 'minio', 'azure blob'],
];

/** Other services of a cloud, and other programs, that refuse in the same words. */
const ELSEWHERE: readonly string[] = [
  ...['/_bulk', 'opensearch', 'elasticsearch'],
  ...[
    'ec2',
    'ebs.csi',
    'createvolume',
    'attachvolume',
    'could not create volume',
    'cloudwatch',
    'putlogevents',
  ],
  ...['putmetricdata', 'elasticloadbalancing', 'route53', 'for user', 'aoss', 'remote write', 'remote_write'],
];

/** Texts that mean the object store only where a line also says that it is about it. */
const besideStorage = (
  words: readonly string[],
  source: string,
  lacks: readonly string[] = ELSEWHERE,
): Text[] => words.flatMap((word) => STORAGE.map((about): Text => ({ has: [word, about], lacks, source })));

/** What the network says of a server that is not there, as opposed to what a server answers. */
const NOT_REACHED: readonly string[] = [
  ...['connection refused', 'no such host', 'no route to host', 'network is unreachable', 'i/o timeout'],
  ...['connection timed out', 'connection reset by peer', 'tls handshake timeout', 'server misbehaving'],
  ...['temporary failure in name resolution', 'client.timeout exceeded', 'context deadline exceeded'],
];

/** Programs whose network errors are about something else, though they may stand in a line with those words. */
const NOT_STORAGE: readonly string[] = [
  ...['rpc error', 'memcached', 'redis', 'remote write', 'remote_write', 'alertmanager', 'downstream url'],
  ...['failed to scrape', 'prometheus flags', 'readiness probe', 'liveness probe'],
];

export const objstore = defineFindings({
  'objstore-credentials-refused': {
    leak: 1e-5,
    sentence: {
      en: '{subject}: the object store refuses the credentials',
      ko: '{subject}: 오브젝트 스토리지 인증 거부',
    },
    texts: {
      holds: 'pasted',
      lines: [
        { has: ['does not exist in our records'], source: 'S3 InvalidAccessKeyId: AWS, MinIO, SeaweedFS' },
        { has: ['invalidaccesskeyid'], source: 'S3 error code' },
        {
          has: ['signaturedoesnotmatch'],
          lacks: ['signature expired', 'signature not yet current'],
          source: 'S3 and STS error code',
        },
        {
          has: ['request signature we calculated does not match'],
          lacks: ['signature expired', 'signature not yet current'],
          source: 'S3 SignatureDoesNotMatch',
        },
        {
          has: ['a non-empty access key (akid) must be provided'],
          source: 'S3 AuthorizationHeaderMalformed',
        },
        { has: ['please use aws4-hmac-sha256'], source: 'S3 InvalidRequest: signature version 2' },
        { has: ['invalidclienttokenid'], lacks: ELSEWHERE, source: 'AWS STS error code' },
        {
          has: ['the security token included in the request is'],
          lacks: ELSEWHERE,
          source: 'AWS STS InvalidClientTokenId, ExpiredToken',
        },
        { has: ['expiredtoken'], lacks: ELSEWHERE, source: 'S3 and STS error code' },
        { has: ['the provided token has expired'], lacks: ELSEWHERE, source: 'S3 ExpiredToken' },
        { has: ['the provided token is malformed'], lacks: ELSEWHERE, source: 'S3 InvalidToken' },
        { has: ['no iam roles attached to this ec2 service'], source: 'minio-go pkg/credentials/iam_aws.go' },
        { has: ['no ec2 imds role found'], source: 'aws-sdk-go-v2 credentials/ec2rolecreds/provider.go' },
        { has: ['retrieve aws sdk credentials'], source: 'objstore providers/s3/s3_aws_sdk_auth.go' },
        {
          has: ['authenticationfailed'],
          lacks: ['request date header too old', 'date header in the request is incorrect'],
          source: 'Azure Blob error code',
        },
        {
          has: ['server failed to authenticate the request'],
          lacks: ['request date header too old', 'date header in the request is incorrect'],
          source: 'Azure Blob AuthenticationFailed',
        },
        { has: ['noauthenticationinformation'], source: 'Azure Blob error code' },
        {
          has: ['defaultazurecredential: failed to acquire a token'],
          source: 'azidentity default_azure_credential.go',
        },
        { has: ['managedidentitycredential authentication failed'], source: 'azidentity errors.go' },
        { has: ['clientsecretcredential authentication failed'], source: 'azidentity errors.go' },
        { has: ['workloadidentitycredential authentication failed'], source: 'azidentity errors.go' },
        {
          has: ['invalid_grant'],
          lacks: ['reasonable timeframe', 'login', 'grafana', 'oauth callback'],
          source: 'Google OAuth',
        },
        {
          has: ['could not find default credentials'],
          source: 'golang.org/x/oauth2/google, cloud.google.com/go/auth',
        },
        { has: ['anonymous caller does not have storage.'], source: 'Google Cloud Storage JSON API, 401' },
        { has: ['authrequired'], source: 'Swift error code' },
        ...besideStorage(
          ['invalid access key', 'invalid secret key', 'authorization failed'],
          'Swift, S3 servers',
        ),
      ],
    },
  },
  'objstore-bucket-absent': {
    leak: 1e-5,
    sentence: { en: '{subject}: the bucket does not exist', ko: '{subject}: 버킷 없음' },
    texts: {
      holds: 'pasted',
      lines: [
        { has: ['the specified bucket does not exist'], source: 'S3 NoSuchBucket; minio-go s3-error.go' },
        { has: ['nosuchbucket'], lacks: ['nosuchbucketpolicy'], source: 'S3 error code' },
        { has: ["storage: bucket doesn't exist"], source: 'cloud.google.com/go/storage storage.go' },
        { has: ['the specified container does not exist'], source: 'Azure Blob ContainerNotFound' },
        { has: ['containernotfound'], source: 'Azure Blob error code' },
        { has: ['bucket not found'], source: 'Swift and other servers' },
        { has: ['container not found', 'swift'], source: 'ncw/swift swift.go' },
        { has: ['verify container', 'not found'], source: 'objstore providers/swift/swift.go' },
      ],
    },
  },
  'objstore-access-denied': {
    leak: 1e-5,
    sentence: {
      en: '{subject}: the object store does not allow what it asks for',
      ko: '{subject}: 오브젝트 스토리지 권한 거부',
    },
    texts: {
      holds: 'pasted',
      lines: [
        {
          has: ['accessdenied'],
          lacks: [...ELSEWHERE, 'assumerolewithwebidentity', 'request has expired'],
          source: 'S3 error code',
        },
        ...besideStorage(['access denied'], 'S3 AccessDenied; minio-go s3-error.go'),
        ...besideStorage(['403 forbidden', 'statuscode: 403'], 'S3, GCS and Azure over HTTP', [
          ...ELSEWHERE,
          ...['authenticat', 'signature', 'accesskeyid', 'token', 'anonymous caller'],
        ]),
        {
          has: ['operation: forbidden'],
          lacks: ELSEWHERE,
          source: 'AWS SDKs: a HEAD has no body with a code',
        },
        { has: ['access denied', 'mc: <error>'], source: 'minio/mc' },
        { has: ['is not authorized to perform: s3:'], source: 'S3 AccessDenied, IAM' },
        { has: ['is not authorized to perform: kms:'], lacks: ELSEWHERE, source: 'S3 with SSE-KMS, IAM' },
        { has: ['not authorized to perform sts:assumerole', 'bucket'], lacks: ELSEWHERE, source: 'AWS STS' },
        { has: ['not authorized to perform sts:assumerole', 's3'], lacks: ELSEWHERE, source: 'AWS STS' },
        { has: ['allaccessdisabled'], source: 'S3 error code' },
        { has: ['all access to this bucket has been disabled'], source: 'S3 AllAccessDisabled' },
        { has: ['accountproblem', 's3'], source: 'S3 error code' },
        {
          has: ['does not have storage.'],
          lacks: ['anonymous caller'],
          source: 'Google Cloud Storage JSON API, 403',
        },
        {
          has: ["permission 'storage."],
          lacks: ['anonymous caller'],
          source: 'Google Cloud Storage JSON API, 403',
        },
        {
          has: ['googleapi: error 403'],
          lacks: ['ratelimit', 'rate limit', 'quota', 'compute.', 'gce'],
          source: 'google.golang.org/api googleapi.go',
        },
        { has: ['authorizationpermissionmismatch'], source: 'Azure Blob error code' },
        { has: ['authorizationfailure'], source: 'Azure Blob error code: network rules of the account, too' },
        { has: ['not authorized to perform this operation using this permission'], source: 'Azure Blob' },
        { has: ['this request is not authorized to perform this operation'], source: 'Azure Blob' },
        { has: ['insufficientaccountpermissions'], source: 'Azure Blob error code' },
        { has: ['operation forbidden', 'swift'], source: 'ncw/swift swift.go' },
        { has: ['operation forbidden', 'container'], source: 'ncw/swift swift.go' },
        {
          has: ['objectstorerefusing'],
          isAlert: true,
          source: 'fleetmedic src/platform/rules/object-store.ts',
        },
      ],
    },
  },
  'objstore-endpoint-mismatch': {
    leak: 1e-5,
    sentence: {
      en: "{subject}: what answers at the endpoint is not the bucket's object store",
      ko: '{subject}: 엔드포인트가 버킷의 오브젝트 스토리지와 불일치',
    },
    texts: {
      holds: 'pasted',
      lines: [
        { has: ['authorizationheadermalformed', 'region'], source: 'S3 error code' },
        {
          has: ['authorization header is malformed', 'region'],
          source: 'S3 AuthorizationHeaderMalformed; minio-go',
        },
        { has: ['region does not match, expecting region'], source: 'minio-go api-error-response.go' },
        { has: ['must be addressed using the specified endpoint'], source: 'S3 PermanentRedirect' },
        { has: ['permanentredirect'], source: 'S3 error code' },
        {
          has: ['301 response missing location header'],
          source: 'Go net/http client.go, with S3 in another region',
        },
        { has: ['illegallocationconstraint'], source: 'S3 error code' },
        { has: ['location constraint is incompatible'], source: 'S3 IllegalLocationConstraintException' },
        {
          has: ['s3 api requests must be made to api port'],
          source: 'MinIO cmd/generic-handlers.go: its console',
        },
        {
          has: ['endpoint url cannot have fully qualified paths'],
          source: 'minio-go utils.go: a scheme or path in it',
        },
        { has: ['does not follow ip address or domain name standards'], source: 'minio-go utils.go' },
        { has: ["amazon s3 endpoint should be 's3.amazonaws.com'"], source: 'minio-go utils.go' },
        {
          has: ["google cloud storage endpoint should be 'storage.googleapis.com'"],
          source: 'minio-go utils.go',
        },
        { has: ['expected element type <listbucketresult>'], source: 'encoding/xml: an HTML page answers' },
        {
          has: ['expected element type <error> but have <html>'],
          source: 'encoding/xml: an HTML page answers',
        },
        { has: ['invalidregion'], lacks: ELSEWHERE, source: 'S3 error code; minio-go s3-error.go' },
        ...besideStorage(
          [
            'server gave http response to https client',
            'client sent an http request to an https server',
            'http request was sent to https port',
            'first record does not look like a tls handshake',
            'method is not allowed against this resource',
            // Another protocol listens at this port.
            'malformed http response',
            'malformed http status code',
            'malformed http version',
          ],
          'Go net/http transport.go, response.go; nginx; S3 MethodNotAllowed',
          NOT_STORAGE,
        ),
      ],
    },
  },
  'objstore-clock-refused': {
    leak: 1e-5,
    sentence: {
      en: '{subject}: the object store refuses the time of its requests',
      ko: '{subject}: 오브젝트 스토리지가 요청 시각 거부',
    },
    texts: {
      holds: 'pasted',
      lines: [
        { has: ['requesttimetooskewed'], source: 'S3 error code' },
        {
          has: ['the difference between the request time and the'],
          source: 'S3 RequestTimeTooSkewed; minio-go',
        },
        { has: ['signature expired'], source: 'AWS Signature Version 4: STS, S3' },
        { has: ['signature not yet current'], source: 'AWS Signature Version 4: STS, S3' },
        { has: ['request date header too old'], source: 'Azure Blob AuthenticationFailed' },
        { has: ['date header in the request is incorrect'], source: 'Azure Blob AuthenticationFailed' },
        {
          has: ['token must be a short-lived token', 'reasonable timeframe'],
          source: 'Google OAuth invalid_grant',
        },
      ],
    },
  },
  'objstore-config-unreadable': {
    leak: 1e-5,
    sentence: {
      en: '{subject} cannot use its configuration of the object store',
      ko: '{subject}: 오브젝트 스토리지 설정을 읽을 수 없음',
    },
    texts: {
      holds: 'pasted',
      lines: [
        {
          has: ['create bucket client'],
          lacks: ['access', 'signature', 'token'],
          source: 'thanos cmd/thanos, objstore client/factory.go: before 0.32',
        },
        {
          has: ['parsing config yaml file', 'objstore/client'],
          source: 'objstore client/factory.go, with its stack',
        },
        { has: ['bucket with type', 'is not supported'], source: 'objstore client/factory.go' },
        { has: ['marshal content of bucket configuration'], source: 'objstore client/factory.go' },
        {
          has: ['objstore.config', 'is required for running this command'],
          source: 'efficientgo/tools extkingpin/pathorcontent.go',
        },
        {
          has: ['objstore.config', 'content cannot be empty'],
          source: 'efficientgo/tools extkingpin/pathorcontent.go',
        },
        { has: ['for objstore.config-file', 'loading file'], source: 'extkingpin/pathorcontent.go' },
        {
          has: ['for objstore.config-file', 'loading yaml file'],
          source: 'thanos pkg/extflag/pathorcontent.go (older)',
        },
        { has: ['objstore.config', 'flags set.'], source: 'extkingpin/pathorcontent.go: both flags' },
        {
          has: ['objstore.config', 'reference to unset environment variable'],
          source: 'extkingpin/pathorcontent.go',
        },
        { has: ['no s3 endpoint in config file'], source: 'objstore providers/s3/s3.go' },
        { has: ['no s3 access_key specified'], source: 'objstore providers/s3/s3.go' },
        { has: ['no s3 secret_key specified'], source: 'objstore providers/s3/s3.go' },
        {
          has: ['aws_sdk_auth and access_key are mutually exclusive'],
          source: 'objstore providers/s3/s3.go',
        },
        { has: ["if sse_config.type is set to 'sse-"], source: 'objstore providers/s3/s3.go' },
        { has: ['initialize s3 client sse'], source: 'objstore providers/s3/s3.go' },
        { has: ['initialize s3 client list objects version'], source: 'objstore providers/s3/s3.go' },
        { has: ['endpoint url cannot be empty'], source: 'minio-go utils.go' },
        { has: ['invalidbucketname'], source: 'S3 error code' },
        { has: ['the specified bucket is not valid'], source: 'S3 InvalidBucketName; minio-go s3-error.go' },
        { has: ['bucket name cannot be'], source: 'minio-go pkg/s3utils/utils.go' },
        { has: ['bucket name contains invalid characters'], source: 'minio-go pkg/s3utils/utils.go' },
        { has: ['missing google cloud storage bucket name'], source: 'objstore providers/gcs/gcs.go' },
        { has: ['failed to create credentials from json'], source: 'objstore providers/gcs/gcs.go' },
        { has: ['storage_account_name is required'], source: 'objstore providers/azure/azure.go' },
        { has: ['storage_account_key and storage_connection_string cannot both'], source: 'as above' },
        { has: ['user_assigned_id cannot be set when'], source: 'as above' },
        { has: ['no container specified'], source: 'as above' },
        { has: ['client_id, and client_secret must be set together'], source: 'as above' },
        {
          has: ['missing directory for filesystem bucket'],
          source: 'objstore providers/filesystem/filesystem.go',
        },
        ...['s3', 'gcs', 'azure', 'swift', 'filesystem', 'oci', 'cos', 'aliyunoss', 'bos', 'obs'].map(
          (kind): Text => ({
            has: [`create ${kind} client`],
            lacks: [
              'dial tcp',
              'could not find default credentials',
              'statuscode',
              'authenticat',
              'fully qualified',
            ],
            source: 'objstore client/factory.go',
          }),
        ),
      ],
    },
  },
  'objstore-throttling': {
    leak: 1e-4,
    sentence: {
      en: '{subject}: the object store slows it down',
      ko: '{subject}: 오브젝트 스토리지 요청 제한',
    },
    texts: {
      holds: 'pasted',
      lines: [
        {
          has: ['slowdown'],
          lacks: [...ELSEWHERE, 'level=info', '"level":"info"', 'level=debug'],
          source: 'S3 error code; MinIO SlowDownRead, SlowDownWrite',
        },
        { has: ['reduce your request rate'], lacks: ELSEWHERE, source: 'S3 SlowDown; minio-go retry.go' },
        { has: ['rate of requests', 'exceeds the rate limit'], source: 'Google Cloud Storage 429' },
        { has: ['object exceeded the rate limit'], source: 'Google Cloud Storage 429' },
        { has: ['ratelimitexceeded'], lacks: ELSEWHERE, source: 'Google Cloud Storage error reason' },
        { has: ['over the account limit'], source: 'Azure Blob ServerBusy' },
        { has: ['serverbusy'], source: 'Azure Blob error code' },
        {
          has: ['objectstoreerrors'],
          isAlert: true,
          source: 'fleetmedic src/platform/rules/object-store.ts',
        },
        { has: ['currently unable to receive requests'], source: 'Azure Blob ServerBusy' },
        { has: ['errtoomanyrequest'], source: 'SeaweedFS s3api/s3err/s3api_errors.go' },
        { has: ['too many simultaneous request'], source: 'SeaweedFS s3api/s3err/s3api_errors.go' },
        { has: ['requestlimitexceeded'], lacks: ELSEWHERE, source: 'minio-go retry.go' },
        { has: ['requestthrottled'], lacks: ELSEWHERE, source: 'minio-go retry.go' },
        ...besideStorage(
          ['429 too many requests', 'toomanyrequests', 'throttlingexception', '503 service unavailable'],
          'S3, GCS and Azure over HTTP',
        ),
      ],
    },
  },
  'objstore-unreached': {
    leak: 1e-4,
    sentence: {
      en: '{subject} does not reach the object store',
      ko: '{subject}: 오브젝트 스토리지에 연결 불가',
    },
    texts: {
      holds: 'pasted',
      lines: besideStorage(NOT_REACHED, 'Go net and net/http, with what Thanos wraps around it', NOT_STORAGE),
    },
  },
  'objstore-failing': {
    leak: 1e-3,
    sentence: {
      en: '{subject}: operations on the object store fail',
      ko: '{subject}: 오브젝트 스토리지 작업 실패',
    },
  },
  'objstore-errors-alerted': {
    leak: 1e-3,
    sentence: {
      en: '{subject}: an alert says that operations on the object store fail',
      ko: '{subject}: 오브젝트 스토리지 작업 실패 알람',
    },
    texts: {
      holds: 'pasted',
      lines: [
        {
          has: ['thanoscompactbuckethighoperationfailures'],
          isAlert: true,
          source: 'thanos mixin/alerts/compact.libsonnet',
        },
        {
          has: ['thanosstorebuckethighoperationfailures'],
          isAlert: true,
          source: 'thanos mixin/alerts/store.libsonnet',
        },
        {
          has: ['thanosstoreobjstoreoperationlatencyhigh'],
          isAlert: true,
          source: 'thanos mixin/alerts/store.libsonnet',
        },
      ],
    },
  },
});
