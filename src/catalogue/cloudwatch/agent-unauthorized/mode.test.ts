import { describeTexts } from '../../texts.testing.ts';

describeTexts('cloudwatch/agent-unauthorized', {
  says: [
    '2026-11-21T10:00:00Z E! [outputs.cloudwatchlogs] Aws error received when sending logs to /aws/containerinsights/prod/performance/node: AccessDeniedException: User: arn:aws:sts::123456789012:assumed-role/node/i-0 is not authorized to perform: logs:PutLogEvents on resource: arn:aws:logs',
    '2026-11-21T08:33:23Z E! cloudwatch: WriteToCloudWatch failure, err:  NoCredentialProviders: no valid providers in chain',
    'ERROR awsemfexporter@v0.19.0/cwlog_client.go:117 cwlog_client: Error occurs in PutLogEvents {"error": "WebIdentityErr: failed to retrieve credentials caused by: AccessDenied: Not authorized to perform sts:AssumeRoleWithWebIdentity"}',
    "[2026/11/21 16:19:26] [error] [output:cloudwatch_logs:cloudwatch_logs.0] CreateLogGroup API responded with error='AccessDeniedException'",
    'operation error CloudWatch Logs: CreateLogStream, https response error StatusCode: 400, RequestID: x, api error AccessDeniedException: denied',
    'Describe EC2 Tag Fail. Will retry the request: UnauthorizedOperation: User: arn:aws:sts::1:assumed-role/x is not authorized to perform: ec2:DescribeTags because no identity-based policy allows it',
  ],
  not: {
    'User: arn:aws:iam::1:user/x is not authorized to perform: s3:PutObject on resource':
      'objstore/access-denied',
    '2026-11-21T10:00:00Z I! [logagent] piping log from /aws/containerinsights/prod/performance to cloudwatchlogs':
      null,
  },
});
