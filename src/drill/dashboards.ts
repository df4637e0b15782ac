import { image } from '../lab/pipeline/image.ts';
import { container, workload } from '../lab/pipeline/objects.ts';
import { type FaultContext, getObject } from './fault.ts';

interface ServiceObject {
  spec: { clusterIP: string; ports: { name: string; port: number }[] };
}

/** What people have on their screens. */
interface Dashboards {
  /** Name of the Service in the pipeline's namespace that they ask. */
  service: string;
  query: string;
  /** The range that they show, and its step. */
  hours: number;
  stepSeconds: number;
  /** How many they are, and how long each rests between two refreshes. */
  count: number;
  pauseSeconds: number;
}

/** Dashboards that people look at all day: in the hub, beside its application. */
export async function openDashboards(context: FaultContext, spec: Dashboards): Promise<void> {
  const { hands, hub, names } = context;
  const name = `dashboards-${names.workloads.application}`;
  const labels = { [names.labelKeys.name]: name };
  const script = `ask() {
  while :; do
    now=$(busybox date +%s)
    busybox timeout 150 wget -q -O /dev/null "${await addressOf(context, spec.service)}/api/v1/query_range?query=${encodeURIComponent(spec.query)}&start=$((now - ${spec.hours * 3600}))&end=$now&step=${spec.stepSeconds}"
    sleep ${spec.pauseSeconds}
  done
}
${'ask &\n'.repeat(spec.count)}wait`;
  await hands.create(
    hub,
    workload({
      kind: 'Deployment',
      name,
      namespace: names.namespaces.application,
      labels,
      pod: {
        containers: [
          container({
            name,
            image: image(names, 'toolbox'),
            command: ['sh', '-c'],
            args: [script],
            memory: '64Mi',
          }),
        ],
      },
    }),
  );
}

async function addressOf(context: FaultContext, service: string): Promise<string> {
  const { hub, names } = context;
  const { spec } = await getObject<ServiceObject>(
    context,
    hub,
    ...['service', service, '-n', names.namespaces.pipeline],
  );
  const port = spec.ports.find(({ name }) => name === (names.queryPort ?? names.portNames.http));
  return `http://${spec.clusterIP}:${port?.port}`;
}
