/**
 * What the alerts of the field's mixins speak for, the likeliest first. Where an alert tells nothing about this
 * pipeline, the reason stands in the place of the modes. Names are facts, read from: thanos 0.42.4 examples/alerts,
 * prometheus 3.9 documentation/prometheus-mixin, alertmanager 0.34 doc/alertmanager-mixin, kubernetes-mixin of
 * 2026-08-06 (apps, storage, kubelet and resources; of the API server certificates and its absence), node_exporter 1.12.1
 * docs/node-mixin. Those of prometheus-operator's mixin and CoreDNS's were read in public copies of their sources, without
 * a version; those of kube-prometheus are named as they are known, and were not read in a source.
 */
export interface MixinAlert {
  alert: string;
  /** Ids of failure modes; empty where `why` says that it is none of this pipeline's. */
  modes: readonly string[];
  why?: string;
  /** The alert speaks for all of them alike: the order says nothing. */
  alike?: true;
}

export interface Mixin {
  name: string;
  alerts: readonly MixinAlert[];
}

const row = (alert: string, ...modes: string[]): MixinAlert => ({ alert, modes });
const none = (alert: string, why: string): MixinAlert => ({ alert, modes: [], why });

const alike = (alert: string, ...modes: string[]): MixinAlert => ({ alert, modes, alike: true });

const REPLICATE = 'bucket replication is no part of this pipeline';
const CONTROLLERS = 'the load of the control plane, not of this pipeline';
const HOST = 'the host itself: nothing of this pipeline tells by it what breaks';

export const MIXINS: readonly Mixin[] = [
  {
    name: 'thanos-mixin',
    alerts: [
      row('ThanosCompactMultipleRunning', 'compact/multiple-running'),
      row(
        'ThanosCompactHalted',
        'compact/halted-overlap',
        'compact/halted-out-of-order',
        'compact/corrupt-block',
      ),
      row(
        'ThanosCompactHighCompactionFailures',
        'compact/corrupt-block',
        'compact/halted-overlap',
        'storage/disk-full',
      ),
      row(
        'ThanosCompactBucketHighOperationFailures',
        'objstore/access-denied',
        'objstore/endpoint-unreachable',
        'objstore/throttled',
      ),
      row('ThanosCompactHasNotRun', 'compact/behind', 'workload/missing'),
      row('ThanosCompactIsDown', 'workload/missing', 'workload/scaled-to-zero', 'workload/oom-killed'),
      row('ThanosQueryHttpRequestQueryErrorRateHigh', 'query/overloaded', 'query/endpoint-unreachable'),
      row('ThanosQueryHttpRequestQueryRangeErrorRateHigh', 'query/overloaded', 'query/endpoint-unreachable'),
      row('ThanosQueryGrpcServerErrorRate', 'query/overloaded'),
      row('ThanosQueryGrpcClientErrorRate', 'query/endpoint-unreachable', 'query/grpc-message-too-large'),
      row(
        'ThanosQueryHighDNSFailures',
        'network/dns-down',
        'network/name-not-found',
        'query/endpoint-missing',
      ),
      row('ThanosQueryInstantLatencyHigh', 'query/overloaded', 'store/cache-undersized'),
      row(
        'ThanosQueryRangeLatencyHigh',
        'query/overloaded',
        'query/frontend-missing',
        'store/cache-undersized',
      ),
      row('ThanosQueryOverload', 'query/overloaded'),
      row('ThanosQueryIsDown', 'workload/missing', 'workload/scaled-to-zero', 'workload/oom-killed'),
      row(
        'ThanosReceiveHttpRequestErrorRateHigh',
        'receive/quorum-lost',
        'receive/not-ready',
        'receive/tenant-limited',
      ),
      row('ThanosReceiveHttpRequestLatencyHigh', 'remote-write/endpoint-slow', 'workload/cpu-starved'),
      row('ThanosReceiveHighReplicationFailures', 'receive/quorum-lost', 'receive/hashring-mismatch'),
      row('ThanosReceiveHighForwardRequestFailures', 'receive/hashring-mismatch', 'receive/quorum-lost'),
      row(
        'ThanosReceiveHighHashringFileRefreshFailures',
        'workload/config-stale',
        'receive/hashring-mismatch',
      ),
      row('ThanosReceiveConfigReloadFailure', 'workload/config-stale'),
      row('ThanosReceiveLimitsConfigReloadFailure', 'workload/config-stale'),
      row('ThanosReceiveLimitsHighMetaMonitoringQueriesFailureRate', 'receive/tenant-limited'),
      row('ThanosReceiveTenantLimitedByHeadSeries', 'receive/tenant-limited', 'agent/cardinality-high'),
      row(
        'ThanosReceiveNoUpload',
        'receive/upload-not-configured',
        'objstore/access-denied',
        'receive/head-compaction-failing',
      ),
      row('ThanosReceiveIsDown', 'workload/missing', 'workload/scaled-to-zero', 'workload/oom-killed'),
      row('ThanosSidecarBucketOperationsFailed', 'sidecar/upload-failing', 'objstore/access-denied'),
      row('ThanosSidecarNoConnectionToStartedPrometheus', 'sidecar/prometheus-unreachable'),
      row('ThanosSidecarIsDown', 'workload/missing', 'workload/oom-killed'),
      row('ThanosStoreGrpcErrorRate', 'store/sync-failing', 'store/block-missing'),
      row('ThanosStoreSeriesGateLatencyHigh', 'query/overloaded', 'store/cache-undersized'),
      row(
        'ThanosStoreBucketHighOperationFailures',
        'store/sync-failing',
        'objstore/access-denied',
        'objstore/throttled',
      ),
      row('ThanosStoreObjstoreOperationLatencyHigh', 'objstore/throttled', 'store/cache-undersized'),
      row('ThanosStoreIsDown', 'workload/missing', 'workload/scaled-to-zero', 'workload/oom-killed'),
      row('ThanosRuleQueueIsDroppingAlerts', 'alertmanager/not-connected'),
      row('ThanosRuleSenderIsFailingAlerts', 'alertmanager/not-connected'),
      row('ThanosRuleHighRuleEvaluationFailures', 'rule/evaluation-failing'),
      row('ThanosRuleHighRuleEvaluationWarnings', 'rule/evaluation-failing', 'query/endpoint-unreachable'),
      row('ThanosRuleRuleEvaluationLatencyHigh', 'rule/evaluation-failing', 'query/overloaded'),
      row('ThanosRuleGrpcErrorRate', 'query/endpoint-unreachable'),
      row('ThanosRuleConfigReloadFailure', 'workload/config-stale'),
      row('ThanosRuleQueryHighDNSFailures', 'network/name-not-found', 'network/dns-down'),
      row('ThanosRuleAlertmanagerHighDNSFailures', 'alertmanager/not-connected', 'network/name-not-found'),
      row('ThanosRuleNoEvaluationFor10Intervals', 'rule/evaluation-failing'),
      row('ThanosNoRuleEvaluations', 'rule/evaluation-failing', 'rule/not-selected'),
      row('ThanosRuleIsDown', 'workload/missing', 'workload/scaled-to-zero'),
      none('ThanosBucketReplicateErrorRate', REPLICATE),
      none('ThanosBucketReplicateRunLatency', REPLICATE),
    ],
  },
  {
    name: 'prometheus-mixin',
    alerts: [
      row('PrometheusBadConfig', 'workload/config-stale'),
      row('PrometheusSDRefreshFailure', 'workload/rbac-denied', 'network/name-not-found'),
      row('PrometheusKubernetesListWatchFailures', 'workload/rbac-denied'),
      row('PrometheusNotificationQueueRunningFull', 'alertmanager/not-connected'),
      row('PrometheusErrorSendingAlertsToSomeAlertmanagers', 'alertmanager/not-connected'),
      row('PrometheusErrorSendingAlertsToAnyAlertmanager', 'alertmanager/not-connected'),
      row('PrometheusNotConnectedToAlertmanagers', 'alertmanager/not-connected'),
      row('PrometheusTSDBReloadsFailing', 'receive/tsdb-corrupt', 'storage/io-error', 'agent/wal-corrupt'),
      row(
        'PrometheusTSDBCompactionsFailing',
        'receive/head-compaction-failing',
        'storage/disk-full',
        'storage/io-error',
      ),
      row(
        'PrometheusNotIngestingSamples',
        'agent/monitor-not-selected',
        'agent/monitor-missing',
        'scrape/target-missing',
      ),
      row('PrometheusDuplicateTimestamps', 'scrape/timestamps-rejected'),
      row('PrometheusOutOfOrderTimestamps', 'scrape/timestamps-rejected'),
      row(
        'PrometheusRemoteStorageFailures',
        'remote-write/endpoint-refusing',
        'remote-write/auth-rejected',
        'remote-write/url-wrong',
      ),
      row('PrometheusRemoteWriteBehind', 'remote-write/endpoint-slow', 'remote-write/shards-saturated'),
      row(
        'PrometheusRemoteWriteDesiredShards',
        'remote-write/shards-saturated',
        'remote-write/endpoint-slow',
      ),
      row('PrometheusRuleFailures', 'rule/evaluation-failing'),
      row('PrometheusMissingRuleEvaluations', 'rule/evaluation-failing'),
      row('PrometheusTargetLimitHit', 'scrape/limit-exceeded'),
      row('PrometheusLabelLimitHit', 'scrape/limit-exceeded'),
      row('PrometheusScrapeBodySizeLimitHit', 'scrape/limit-exceeded'),
      row('PrometheusScrapeSampleLimitHit', 'scrape/limit-exceeded'),
      row('PrometheusTargetSyncFailure', 'workload/config-stale'),
      row('PrometheusHighQueryLoad', 'query/overloaded'),
      row('PrometheusHAGroupNotIngestingSamples', 'agent/monitor-not-selected', 'scrape/target-missing'),
      row('PrometheusHAGroupDown', 'workload/missing', 'workload/scaled-to-zero'),
      row('PrometheusHAGroupCrashlooping', 'workload/oom-killed', 'workload/config-invalid'),
    ],
  },
  {
    name: 'alertmanager-mixin',
    alerts: [
      row('AlertmanagerFailedReload', 'workload/config-stale'),
      row('AlertmanagerMembersInconsistent', 'alertmanager/peers-unreachable'),
      row(
        'AlertmanagerFailedToSendAlerts',
        'alertmanager/notification-rejected',
        'alertmanager/notification-blocked',
      ),
      row(
        'AlertmanagerClusterFailedToSendAlerts',
        'alertmanager/notification-rejected',
        'alertmanager/notification-blocked',
      ),
      row('AlertmanagerConfigInconsistent', 'workload/config-stale'),
      row('AlertmanagerClusterDown', 'workload/missing', 'workload/scaled-to-zero'),
      row('AlertmanagerClusterCrashlooping', 'workload/config-invalid', 'workload/oom-killed'),
      row('AlertmanagerClusterFailedPeers', 'alertmanager/peers-unreachable'),
    ],
  },
  {
    name: 'kubernetes-mixin',
    alerts: [
      row(
        'KubePodCrashLooping',
        'workload/oom-killed',
        'workload/config-invalid',
        'workload/config-object-missing',
      ),
      row(
        'KubePodNotReady',
        'workload/probe-failing',
        'workload/unschedulable',
        'workload/image-unavailable',
      ),
      row('KubeContainerWaiting', 'workload/image-unavailable', 'workload/config-object-missing'),
      row('KubeDeploymentGenerationMismatch', 'workload/rollout-stuck'),
      row('KubeDeploymentReplicasMismatch', 'workload/rollout-stuck', 'workload/unschedulable'),
      row('KubeDeploymentRolloutStuck', 'workload/rollout-stuck'),
      row('KubeStatefulSetReplicasMismatch', 'workload/rollout-stuck', 'workload/unschedulable'),
      row('KubeStatefulSetGenerationMismatch', 'workload/rollout-stuck'),
      row('KubeStatefulSetUpdateNotRolledOut', 'workload/rollout-stuck'),
      row('KubeDaemonSetRolloutStuck', 'workload/rollout-stuck'),
      row('KubeDaemonSetNotScheduled', 'workload/unschedulable'),
      row('KubeDaemonSetMisScheduled', 'workload/unschedulable'),
      none('KubeJobNotCompleted', 'this pipeline has no lasting jobs'),
      none('KubeJobFailed', 'this pipeline has no lasting jobs'),
      none('KubeHpaReplicasMismatch', 'nothing of this pipeline is scaled by an autoscaler'),
      none('KubeHpaMaxedOut', 'nothing of this pipeline is scaled by an autoscaler'),
      row('KubePdbNotEnoughHealthyPods', 'workload/node-lost', 'workload/rollout-stuck'),
      row('KubePersistentVolumeFillingUp', 'storage/disk-full'),
      row('KubePersistentVolumeInodesFillingUp', 'storage/disk-full'),
      row(
        'KubePersistentVolumeErrors',
        'storage/storageclass-missing',
        'storage/volume-attach-stuck',
        'storage/io-error',
      ),
      row('KubeNodeNotReady', 'workload/node-lost'),
      row('KubeNodeUnreachable', 'workload/node-lost'),
      row('KubeNodePressure', 'workload/node-lost'),
      row('KubeNodeEviction', 'workload/node-lost'),
      row('KubeNodeReadinessFlapping', 'workload/node-lost'),
      row('KubeletDown', 'workload/node-lost'),
      row('KubeletTooManyPods', 'workload/unschedulable'),
      none('KubeletPlegDurationHigh', CONTROLLERS),
      none('KubeletPodStartUpLatencyHigh', CONTROLLERS),
      row('KubeAPIDown', 'cluster/unreachable'),
      row('KubeletClientCertificateExpiration', 'cluster/certificates-expired'),
      row('KubeletServerCertificateExpiration', 'cluster/certificates-expired'),
      row('KubeletClientCertificateRenewalErrors', 'cluster/certificates-expired'),
      row('KubeletServerCertificateRenewalErrors', 'cluster/certificates-expired'),
      row('KubeClientCertificateExpiration', 'cluster/certificates-expired'),
      row('KubeCPUOvercommit', 'workload/unschedulable'),
      row('KubeMemoryOvercommit', 'workload/unschedulable'),
      row('KubeCPUQuotaOvercommit', 'workload/quota-exceeded'),
      row('KubeMemoryQuotaOvercommit', 'workload/quota-exceeded'),
      row('KubeQuotaAlmostFull', 'workload/quota-exceeded'),
      row('KubeQuotaFullyUsed', 'workload/quota-exceeded'),
      row('KubeQuotaExceeded', 'workload/quota-exceeded'),
      row('CPUThrottlingHigh', 'workload/cpu-starved'),
    ],
  },
  {
    name: 'node-mixin',
    alerts: [
      row('NodeFilesystemSpaceFillingUp', 'storage/disk-full', 'workload/node-lost'),
      row('NodeFilesystemAlmostOutOfSpace', 'storage/disk-full', 'workload/node-lost'),
      row('NodeFilesystemFilesFillingUp', 'storage/disk-full', 'workload/node-lost'),
      row('NodeFilesystemAlmostOutOfFiles', 'storage/disk-full', 'workload/node-lost'),
      row('NodeClockSkewDetected', 'objstore/clock-skew', 'scrape/timestamps-rejected'),
      row('NodeClockNotSynchronising', 'objstore/clock-skew', 'scrape/timestamps-rejected'),
      row('NodeHighNumberConntrackEntriesUsed', 'network/conntrack-full'),
      row('NodeMemoryHighUtilization', 'workload/oom-killed', 'workload/node-lost'),
      row('NodeMemoryMajorPagesFaults', 'workload/memory-near-limit'),
      row('NodeNetworkReceiveErrs', 'network/link-lost'),
      row('NodeNetworkTransmitErrs', 'network/link-lost'),
      row('NodeBondingDegraded', 'network/link-lost'),
      row('NodeDiskIOSaturation', 'storage/io-error'),
      row('NodeRAIDDegraded', 'storage/io-error'),
      row('NodeRAIDDiskFailure', 'storage/io-error'),
      row('NodeCPUHighUsage', 'workload/cpu-starved'),
      row('NodeSystemSaturation', 'workload/cpu-starved'),
      none('NodeFileDescriptorLimit', HOST),
      none('NodeSystemdServiceCrashlooping', HOST),
      none('NodeSystemdServiceFailed', HOST),
      none('NodeTextFileCollectorScrapeError', HOST),
    ],
  },
  {
    name: 'prometheus-operator-mixin',
    alerts: [
      row('PrometheusOperatorListErrors', 'workload/rbac-denied', 'operator/crd-missing'),
      row('PrometheusOperatorWatchErrors', 'workload/rbac-denied', 'operator/crd-missing'),
      row('PrometheusOperatorSyncFailed', 'operator/resource-rejected', 'workload/rbac-denied'),
      row('PrometheusOperatorReconcileErrors', 'operator/resource-rejected', 'workload/rbac-denied'),
      row('PrometheusOperatorNodeLookupErrors', 'workload/rbac-denied'),
      row('PrometheusOperatorNotReady', 'operator/not-running'),
      row('PrometheusOperatorRejectedResources', 'operator/resource-rejected'),
      row('ConfigReloaderSidecarErrors', 'workload/config-stale'),
    ],
  },
  {
    name: 'coredns-mixin',
    alerts: [
      row('CoreDNSDown', 'network/dns-down'),
      row('CoreDNSLatencyHigh', 'network/dns-down'),
      row('CoreDNSErrorsHigh', 'network/dns-down'),
      row('CoreDNSForwardLatencyHigh', 'network/dns-down'),
      row('CoreDNSForwardErrorsHigh', 'network/dns-down'),
      row('CoreDNSForwardHealthcheckFailureCount', 'network/dns-down'),
      row('CoreDNSForwardHealthcheckBrokenCount', 'network/dns-down'),
    ],
  },
  {
    name: 'kube-prometheus',
    alerts: [
      alike(
        'TargetDown',
        ...['scrape/target-refused', 'scrape/target-timeout', 'scrape/target-unready'],
        ...['scrape/target-http-error', 'scrape/target-name-not-found', 'scrape/target-tls'],
        ...['scrape/target-unauthorized', 'network/policy-blocked'],
      ),
      none('Watchdog', 'it fires by intent: its absence is the fault'),
      none('InfoInhibitor', 'it only mutes alerts of lower severity'),
    ],
  },
];
