import { askQuery, kubectl, resource } from '../../commands.ts';
import { farEnd } from '../../far-end.ts';
import { defineMode } from '../../mode.ts';
import { samplesArrive } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'remote-write/endpoint-slow',
  level: 'surface',
  beneath: [
    'workload/cpu-starved',
    'receive/quorum-lost',
    'network/firewall-blocked',
    'network/policy-blocked',
    'network/link-lost',
    'network/mtu-mismatch',
    'workload/oom-killed',
  ],
  basis: 'lab',
  whose: 'client',
  signs: [
    { finding: 'remote-write-slow', chance: 0.97, speaks: true },
    { finding: 'remote-write-behind', chance: 0.5, speaks: true, alternative: true },
  ],
  breaks: 'falls-behind',
  isOutside: (situation) => farEnd(situation) === 'outside',
  // Batches that are tried again say why in the log.
  toldBy: () => ['remote-write-rejected'],
  // Where the far end is a part of the fleet and could be looked at, the cause is found there or nowhere.
  applies: (situation) => farEnd(situation) !== 'seen',
  immediate: [
    {
      id: 'see-latency',
      commands: (context) =>
        askQuery(
          context,
          // The clock of a send does not tell: Prometheus 3.9.0 to 3.10.x stops it too early (prometheus#18214).
          'max by (cluster, pod) (prometheus_remote_storage_highest_timestamp_in_seconds) - on (cluster, pod) group_right () max by (cluster, pod, url) (prometheus_remote_storage_queue_highest_sent_timestamp_seconds > 0)',
        ),
    },
    {
      id: 'see-log',
      commands: ({ component }) => [kubectl(component, 'logs', resource(component), '--tail=50')],
    },
    { id: 'ask-owner' },
  ],
  permanent: [{ id: 'watch-latency' }],
  verify: [samplesArrive],
});
