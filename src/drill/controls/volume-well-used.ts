import { RENDERED } from '../../lab/pipeline/rendered/names.ts';
import { defineControl } from '../control.ts';
import { inHub, queryGives } from '../effects.ts';
import { kubectlCommand } from '../fault.ts';

const POD = `${RENDERED.receive}-0`;
const FOLDER = '/var/thanos';
const FILLER = `${FOLDER}/filler`;
const SHARE = 60;

/** Bytes are taken at once, none is written. */
const FILL = `set -- $(df -kP ${FOLDER} | tail -n 1)
missing=$(($2 * ${SHARE} / 100 - $3))
[ "$missing" -le 0 ] || busybox fallocate -l "$((missing * 1024))" ${FILLER}`;

const figure = (of: string) => `kubelet_volume_stats_${of}_bytes{persistentvolumeclaim=~".*-${POD}"}`;

/** A volume of which 60 % are used, which does not become more. */
export const control = defineControl({
  name: 'volume-well-used',
  lab: { pipeline: 'rendered', sizedVolumes: true },
  visibleAfter: 300,
  happens: (context) => {
    const { cluster, namespace } = inHub(() => RENDERED.receive)(context);
    const inPod = (script: string) =>
      kubectlCommand(
        context,
        cluster,
        ...['exec', POD, '-n', namespace, '-c', RENDERED.receive, '--', 'sh', '-c', script],
      );
    return context.hands.command(inPod(FILL), inPod(`rm -f ${FILLER}`));
  },
  effect: queryGives(() => `1 - ${figure('available')} / ${figure('capacity')} > 0.55`),
});
