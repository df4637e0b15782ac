import { type Change, describeChanged } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('network/loadbalancer-pending', {
  says: [
    'thanos-receive   LoadBalancer   10.43.12.7   <pending>   19291:31291/TCP   12m',
    'Warning  SyncLoadBalancerFailed  2m  service-controller  Error syncing load balancer: failed to ensure load balancer: could not find any suitable subnets for creating the ELB',
    "Warning  FailedBuildModel  ingress  Failed build model due to couldn't auto-discover subnets: unable to resolve at least one subnet",
    '{"caller":"service.go:140","error":"no available IPs","level":"error","msg":"IP allocation failed","service":"monitoring/thanos-receive"}',
  ],
  not: {
    'thanos-receive   LoadBalancer   10.43.12.7   203.0.113.7   19291:31291/TCP   12m': null,
    'Normal  EnsuringLoadBalancer  2m  service-controller  Ensuring load balancer': null,
    'data-thanos-receive-0   Pending   local-path   12m': null,
  },
});

/** A Service that asks for a load balancer and has waited for half an hour. */
const pending: Change = (request, body) =>
  request.cluster === 'cluster-01' && request.path.startsWith('/api/v1/services?')
    ? (JSON.parse(
        JSON.stringify(body).replace(
          /("name":"thanos-query".{0,4000}?"type":)"ClusterIP"/,
          '$1"LoadBalancer"',
        ),
      ) as typeof body)
    : body;

describeChanged('network/loadbalancer-pending', {
  from: 'healthy',
  change: pending,
  at: { role: 'query', cluster: 'cluster-01', name: 'thanos-query' },
  hidden: /\/api\/v1\/services\?/,
});
