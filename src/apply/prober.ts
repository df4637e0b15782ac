import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { at, list, text } from '../evidence/json.ts';
import {
  isProbe,
  PROBE_SCRIPT,
  type ProbePlace,
  type ProbeTarget,
  readProbePath,
} from '../evidence/probe.ts';
import type { Answer, EvidenceRequest, Transport } from '../evidence/transport.ts';
import { type ApiAnswer, type ApiObject, type ClusterApi, FIELD_MANAGER, refOf } from './api.ts';

/** The pod has this long, and the Job is gone this long after it, whoever deletes it. */
const RUNS_SECONDS = 40;
const KEPT_SECONDS = 60;
const STARTS_WITHIN_MS = 20_000;
const POLL_MS = 300;

/** A transport that also answers probes, each by a Job of its own that is deleted when its log is read. */
export function probingTransport(
  transport: Transport,
  apis: ReadonlyMap<string, ClusterApi>,
  image: string,
): Transport {
  return {
    ...transport,
    send: async (request) =>
      isProbe(request.path) ? probe(transport, apis, image, request) : transport.send(request),
    close: () => {
      for (const api of apis.values()) api.close();
      transport.close();
    },
  };
}

async function probe(
  transport: Transport,
  apis: ReadonlyMap<string, ClusterApi>,
  image: string,
  request: EvidenceRequest,
): Promise<Answer> {
  const started = Date.now();
  const failed = (reason: 'rejected' | 'forbidden' | 'timeout' | 'malformed', detail: string): Answer => ({
    ...{ ok: false, reason, detail: detail.slice(0, 500) },
    ...{ at: new Date().toISOString(), durationMs: Date.now() - started },
  });
  const spec = readProbePath(request.path);
  const api = apis.get(request.cluster);
  if (!spec || !api) return failed('malformed', 'no probe');
  const job = probeJob(spec, spec.targets, image);
  const made = await api.apply(job, { dryRun: false });
  if (!made.ok) return failed(made.status === 403 ? 'forbidden' : 'rejected', made.message);
  try {
    const pod = await ended(api, job);
    if (pod === null) return failed('timeout', `the probe's pod did not end within ${STARTS_WITHIN_MS} ms`);
    const path = `/api/v1/namespaces/${spec.namespace}/pods/${pod}/log?limitBytes=${request.maxBytes}`;
    return await transport.send({ ...request, path });
  } finally {
    await api.remove(refOf(job), { dryRun: false });
  }
}

/** The Job's pod once it ended, well or badly; `null` where it does not in time. */
async function ended(api: ClusterApi, { metadata }: ApiObject): Promise<string | null> {
  const path = `/api/v1/namespaces/${metadata.namespace}/pods?labelSelector=${encodeURIComponent(`job-name=${metadata.name}`)}`;
  for (const deadline = Date.now() + STARTS_WITHIN_MS; Date.now() < deadline; await sleep(POLL_MS)) {
    const answer: ApiAnswer = await api.get(path);
    const [pod] = answer.ok ? list(answer.body, 'items') : [];
    if (['Succeeded', 'Failed'].includes(text(pod, 'status', 'phase') ?? ''))
      return text(at(pod, 'metadata'), 'name') ?? null;
  }
  return null;
}

/** A pod on the component's own node that may do nothing but dial: no account, no rights, no disk, little of the rest. */
export function probeJob(
  { namespace, node }: ProbePlace,
  targets: readonly ProbeTarget[],
  image: string,
): ApiObject {
  const labels = {
    'app.kubernetes.io/managed-by': FIELD_MANAGER,
    'app.kubernetes.io/name': 'fleetmedic-probe',
  };
  const name = `fleetmedic-probe-${randomBytes(4).toString('hex')}`;
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name, namespace, labels },
    spec: {
      backoffLimit: 0,
      activeDeadlineSeconds: RUNS_SECONDS,
      ttlSecondsAfterFinished: KEPT_SECONDS,
      template: {
        metadata: { labels },
        spec: {
          nodeName: node,
          restartPolicy: 'Never',
          automountServiceAccountToken: false,
          enableServiceLinks: false,
          terminationGracePeriodSeconds: 0,
          tolerations: [{ operator: 'Exists' }],
          securityContext: {
            runAsNonRoot: true,
            runAsUser: 65_534,
            runAsGroup: 65_534,
            seccompProfile: { type: 'RuntimeDefault' },
          },
          containers: [
            {
              name: 'probe',
              image,
              imagePullPolicy: 'IfNotPresent',
              command: ['sh', '-c', PROBE_SCRIPT, 'probe'],
              args: targets.flatMap(({ host, port }) => [host, String(port)]),
              resources: {
                requests: { cpu: '10m', memory: '16Mi' },
                limits: { cpu: '100m', memory: '32Mi' },
              },
              securityContext: {
                allowPrivilegeEscalation: false,
                readOnlyRootFilesystem: true,
                capabilities: { drop: ['ALL'] },
              },
            },
          ],
        },
      },
    },
  };
}
