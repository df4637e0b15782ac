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
