import { describeTexts } from '../../texts.testing.ts';

describeTexts('grafana/wrong-utilization-metric', {
  says: [
    '"metricName": "pod_cpu_utilization",',
    '"expr": "avg(pod_memory_utilization{ClusterName=\\"prod\\"}) by (PodName)",',
    '"expression": "SEARCH(\'{ContainerInsights,ClusterName,Namespace,PodName} MetricName=\\"pod_cpu_utilization\\"\', \'Average\', 60)",',
    '["ContainerInsights", "pod_memory_utilization", "ClusterName", "prod"]',
    'metricName: pod_cpu_utilization',
    'pod_memory_utilization',
  ],
  not: {
    '{"Type":"Pod","PodName":"a","pod_cpu_utilization":0.53,"Version":"0"}': null,
    '"metricName": "pod_cpu_utilization_over_pod_limit",': null,
    '"expr": "avg(pod_memory_utilization_over_pod_limit{ClusterName=\\"prod\\"})",': null,
    '"metricName": "node_cpu_utilization",': null,
    '{"CloudWatchMetrics":[{"Metrics":[{"Unit":"Percent","Name":"pod_cpu_utilization"}],"Namespace":"ContainerInsights"}]}':
      null,
  },
});
