import { defineFindings } from '../kind.ts';

/** An object store that refuses or is not there is a cause of its own, which the same line tells. */
const ABOUT_OBJECT_STORE = [
  'access denied',
  'accessdenied',
  'forbidden',
  'nosuchbucket',
  'bucket does not exist',
  'container does not exist',
  'signature',
  'invalidaccesskeyid',
  'does not exist in our records',
  'security token',
  'no such host',
  'connection refused',
  'i/o timeout',
  'deadline exceeded',
  'slowdown',
  'reduce your request rate',
  'too large',
  'x509',
];

export const sidecar = defineFindings({
  'sidecar-cut-off': {
    leak: 1e-3,
    sentence: {
      en: '{subject}: the sidecar does not reach its Prometheus',
      ko: '{subject}: 사이드카가 Prometheus에 연결하지 못함',
    },
    texts: {
      holds: 'pasted',
      roles: ['sidecar'],
      lines: [
        { has: ['is prometheus running? retrying'], source: 'thanos cmd/thanos/sidecar.go' },
        { has: ['updating timestamps failed'], source: 'thanos cmd/thanos/sidecar.go' },
        { has: ['updating labels failed'], source: 'thanos cmd/thanos/sidecar.go' },
        { has: ['heartbeat failed', 'prometheus'], source: 'thanos cmd/thanos/sidecar.go (older)' },
        ...['sidecar.go', '/api/v1/status/', 'perform get request against'].map((context) => ({
          has: ['heartbeat failed', context] as [string, string],
          source: 'thanos cmd/thanos/sidecar.go (older); pkg/promclient/promclient.go',
        })),
        { has: ['initial external labels query'], source: 'thanos cmd/thanos/sidecar.go' },
        { has: ['failed to get prometheus version'], source: 'thanos cmd/thanos/sidecar.go' },
        {
          has: ['fetch prometheus flags'],
          lacks: ['is prometheus running? retrying'],
          source: 'thanos cmd/thanos/sidecar.go',
        },
        {
          has: ['thanossidecarnoconnectiontostartedprometheus'],
          isAlert: true,
          source: 'thanos mixin/alerts/sidecar.libsonnet',
        },
      ],
      over: [
        { has: ['successfully loaded prometheus external labels'], source: 'thanos cmd/thanos/sidecar.go' },
        { has: ['successfully loaded prometheus version'], source: 'thanos cmd/thanos/sidecar.go' },
        { has: ['successfully validated prometheus flags'], source: 'thanos cmd/thanos/sidecar.go' },
      ],
    },
  },
  'sidecar-upload-failed': {
    leak: 1e-4,
    sentence: { en: '{subject}: the sidecar does not upload', ko: '{subject}: 사이드카 업로드 안 됨' },
    texts: {
      holds: 'pasted',
      roles: ['sidecar'],
      lines: [
        {
          has: ['compaction needs to be disabled', 'tsdb'],
          source: 'thanos cmd/thanos/sidecar.go: it uploads only what Prometheus does not compact',
        },
        {
          has: ['use different paths for tracking block uploads'],
          source: 'thanos cmd/thanos/sidecar.go (since 0.40)',
        },
        {
          has: ['no external labels configured on prometheus server'],
          source: 'thanos cmd/thanos/sidecar.go',
        },
        {
          has: ['not uploading as no external labels are configured yet'],
          source: 'thanos cmd/thanos/sidecar.go',
        },
        {
          has: ['aborting as no external labels found after waiting'],
          lacks: ['not uploading as no external labels'],
          source: 'thanos cmd/thanos/sidecar.go',
        },
        {
          has: ['sidecar.go', 'uploaded='],
          lacks: ABOUT_OBJECT_STORE,
          source: 'thanos cmd/thanos/sidecar.go: the error of a sync',
        },
        {
          has: ['sidecar.go', '"uploaded":'],
          lacks: ABOUT_OBJECT_STORE,
          source: 'thanos cmd/thanos/sidecar.go: the error of a sync',
        },
        {
          has: ['shipping failed'],
          lacks: [...ABOUT_OBJECT_STORE, 'multi-tsdb', 'tenant', 'component=rule'],
          source: 'thanos pkg/shipper/shipper.go',
        },
        {
          has: ['cannot upload compacted block'],
          lacks: ['multi-tsdb', 'tenant', 'sidecar.go', ...ABOUT_OBJECT_STORE],
          source: 'thanos pkg/shipper/shipper.go: with --shipper.upload-compacted',
        },
        {
          has: ['thanossidecarbucketoperationsfailed'],
          isAlert: true,
          source: 'thanos mixin/alerts/sidecar.libsonnet',
        },
      ],
    },
  },
});
