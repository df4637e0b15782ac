import { defineFindings, type Text } from '../kind.ts';

/** Kinds of the operator, as a person or an API server names them. */
const KINDS = [
  ...['servicemonitor', 'podmonitor', 'probe', 'scrapeconfig', 'prometheusrule', 'alertmanagerconfig'],
  ...['prometheusagent', 'prometheus', 'alertmanager', 'thanosruler'],
];

/** Why a reconciliation fails that is no fault of the resource: each is a cause of its own, or passes. */
const NOT_ITS_OWN = [
  ...['the object has been modified', 'cannot ', 'exceeded quota', 'no matches for kind'],
  ...['could not find the requested resource', 'connection refused', 'i/o timeout', 'etcdserver'],
];

const WEBHOOK_SILENT = ['no endpoints available', 'connection refused', 'not found', 'no route to host'];

export const operator = defineFindings({
  'operator-not-running': {
    leak: 1e-5,
    sentence: {
      en: '{subject}: the Prometheus Operator does not run',
      ko: '{subject}: Prometheus Operator가 실행되지 않음',
    },
    texts: {
      holds: 'pasted',
      lines: [
        ...WEBHOOK_SILENT.map(
          (words): Text => ({
            has: ['failed calling webhook', 'monitoring.coreos.com', words],
            source: 'kubernetes apiserver pkg/admission/plugin/webhook/errors/statuserror.go',
          }),
        ),
        {
          has: ['operatornotready'],
          isAlert: true,
          source: 'prometheus-operator jsonnet/mixin; rules of this project',
        },
        { has: ['prometheusoperatordown'], isAlert: true, source: 'kube-prometheus: one alert per job' },
        {
          has: ['unhandled error received. exiting', 'operator'],
          source: 'prometheus-operator cmd/operator/main.go',
        },
      ],
    },
  },
  'custom-resource-kind-absent': {
    leak: 1e-5,
    sentence: {
      en: '{subject}: a kind of the Prometheus Operator is not installed',
      ko: '{subject}: Prometheus Operator의 CRD 없음',
    },
    texts: {
      holds: 'lasting',
      roles: ['operator'],
      lines: [
        {
          has: ['no matches for kind "', 'monitoring.coreos.com'],
          source: 'kubernetes apimachinery pkg/api/meta/errors.go; kubectl, helm',
        },
        {
          has: ['could not find the requested resource', '.monitoring.coreos.com'],
          source: 'kubernetes apimachinery pkg/api/errors/errors.go; client-go tools/cache/reflector.go',
        },
        {
          has: ['customresourcedefinition', '.monitoring.coreos.com', 'not found'],
          source: 'kubernetes API: NotFound',
        },
        {
          // The kinds of v1alpha1 may be missing where nobody uses them.
          has: ['not installed in the cluster', 'group: "monitoring.coreos.com/v1")'],
          source: 'prometheus-operator cmd/operator/main.go',
        },
        {
          has: ['262144', 'customresourcedefinition'],
          source:
            'kubernetes apimachinery pkg/api/validation/objectmeta.go: a client-side apply of a large CRD',
        },
        ...KINDS.map(
          (kind): Text => ({
            has: ["the server doesn't have a resource type", `"${kind}`],
            source: 'kubernetes cli-runtime pkg/resource/builder.go',
          }),
        ),
      ],
    },
  },
  'custom-resource-rejected': {
    leak: 1e-4,
    sentence: {
      en: '{subject}: the Prometheus Operator refuses a resource, or cannot reconcile it',
      ko: '{subject}: Prometheus Operator가 리소스를 거부하거나 반영하지 못함',
    },
    texts: {
      holds: 'pasted',
      lines: [
        {
          has: ['was rejected due to invalid configuration'],
          source: 'prometheus-operator pkg/prometheus/resource_selector.go, pkg/operator/rules.go',
        },
        ...KINDS.slice(0, 6).map(
          (kind): Text => ({
            has: [`skipping ${kind}`, 'error'],
            source:
              'prometheus-operator pkg/prometheus/resource_selector.go (0.68 to 0.79), pkg/operator/rules.go',
          }),
        ),
        {
          has: ['skipping object', 'error'],
          lacks: ['not managed by'],
          source: 'prometheus-operator pkg/prometheus/resource_selector.go',
        },
        {
          has: ['denied the request', 'monitoring.coreos.com'],
          source: 'prometheus-operator pkg/admission/admission.go, through the API server',
        },
        {
          has: ['rules are not valid', 'prometheusrule'],
          source: 'prometheus-operator pkg/admission/admission.go',
        },
        ...KINDS.flatMap((kind): Text[] => [
          {
            has: [`the ${kind} "`, '" is invalid'],
            source: 'kubernetes apimachinery pkg/api/errors: kubectl',
          },
          {
            has: [`${kind}.monitoring.coreos.com "`, '" is invalid'],
            source: 'kubernetes apimachinery pkg/api/errors/errors.go: NewInvalid',
          },
          {
            has: [`.${kind}: json: cannot unmarshal`],
            source: 'kubernetes client-go tools/cache/reflector.go: "Failed to list", "failed to watch"',
          },
          {
            has: [`cannot be handled as a ${kind}:`],
            source: 'kubernetes apiserver: strict decoding of a custom resource',
          },
        ]),
        {
          has: ['sync "', '" failed: '],
          lacks: NOT_ITS_OWN,
          source: 'prometheus-operator pkg/operator/resource_reconciler.go',
        },
        {
          has: ['reconciliationfailed'],
          source: 'prometheus-operator pkg/operator/operator.go: status condition',
        },
        { has: ['prometheusoperatorsyncfailed'], isAlert: true, source: 'prometheus-operator jsonnet/mixin' },
        {
          has: ['prometheusoperatorreconcileerrors'],
          isAlert: true,
          source: 'prometheus-operator jsonnet/mixin',
        },
        {
          has: ['prometheusoperatorrejectedresources'],
          isAlert: true,
          source: 'prometheus-operator jsonnet/mixin',
        },
        {
          has: ['prometheusoperatorstatusupdateerrors'],
          isAlert: true,
          source: 'prometheus-operator jsonnet/mixin',
        },
        { has: ['operatorreconcilefailing'], isAlert: true, source: 'rules of this project' },
        { has: ['operatorresourcerejected'], isAlert: true, source: 'rules of this project' },
      ],
    },
  },
});
