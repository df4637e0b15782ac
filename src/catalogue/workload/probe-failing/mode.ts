import { kubectl, logs, resource } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { rolloutDone, samplesArrive } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'workload/probe-failing',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [
    { finding: 'probe-unpassed', chance: 0.97, speaks: true },
    { finding: 'pods-not-ready', chance: 0.95, alternative: true },
    // A liveness or startup probe ends the container again and again.
    { finding: 'container-crashing', chance: 0.3, alternative: true },
    { finding: 'rollout-stalled', chance: 0.9, alternative: true },
  ],
  breaks: 'down',
  toldBy: ({ component, finding }) => {
    // One that asks a wrong address is not ready either.
    if (component?.role === 'query-frontend') return ['frontend-downstream-differs'];
    // What does not listen at all says why in its log: damaged data, an object store, a Prometheus that is not there.
    const isMute = String(finding('probe-unpassed')?.facts.words ?? '').includes('connection refused');
    return isMute ? ['tsdb-damaged', 'objstore-failing', 'sidecar-cut-off'] : [];
  },
  // A process that ends by itself does not answer its probe either.
  applies: ({ has }) =>
    !has('dns-silent') &&
    !has('config-refused') &&
    !has('volume-unwritable') &&
    !has('container-oom-killed') &&
    !has('storage-lock-held'),
  immediate: [
    {
      id: 'see-answer',
      commands: ({ component, facts }) => [
        kubectl(component, 'describe', ...(facts.pod ? ['pod', String(facts.pod)] : [resource(component)])),
      ],
    },
    {
      id: 'see-probe',
      commands: ({ component }) => [
        kubectl(
          component,
          ...['get', resource(component), '-o'],
          'jsonpath={.spec.template.spec.containers[*].readinessProbe}',
        ),
      ],
    },
    {
      id: 'see-logs',
      commands: ({ component, facts }) => [logs(component, facts, '--tail=50')],
    },
    {
      id: 'undo-rollout',
      commands: ({ component, facts }) =>
        facts.isTemplate === 1 ? [kubectl(component, 'rollout', 'undo', resource(component))] : [],
    },
  ],
  permanent: [{ id: 'right-probe' }, { id: 'startup-probe' }],
  verify: [rolloutDone, samplesArrive],
});
