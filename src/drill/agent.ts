import { parse, stringify } from 'yaml';
import { RENDERED } from '../lab/pipeline/rendered/names.ts';
import { agentConfig, agentKind, type FaultContext } from './fault.ts';

/** What faults change in the agent's configuration. */
export interface AgentConfig {
  global: { scrape_interval: string; scrape_timeout: string; external_labels: Record<string, string> };
  scrape_configs: ScrapeJob[];
  remote_write: RemoteWrite[];
}

interface ScrapeJob {
  job_name: string;
  scheme?: 'https';
  sample_limit?: number;
  body_size_limit?: string;
  label_name_length_limit?: number;
  metrics_path?: string;
  static_configs?: { targets: string[] }[];
  kubernetes_sd_configs?: { role: 'pod'; namespaces: { names: string[] } }[];
  relabel_configs?: Relabeling[];
}

interface RemoteWrite {
  url: string;
  name?: string;
  protobuf_message?: string;
  queue_config?: {
    max_shards?: number;
    max_samples_per_send?: number;
    capacity?: number;
    batch_send_deadline?: string;
  };
  write_relabel_configs?: Relabeling[];
}

interface Relabeling {
  source_labels?: string[];
  regex: string;
  action: 'keep' | 'drop' | 'labeldrop';
}

/** Edits the configuration of a cluster's agent (plain lab), and the entry by which it writes to Receive. */
export async function changeAgent(
  context: FaultContext,
  edit: (config: AgentConfig, write: RemoteWrite) => void,
  cluster = context.edge,
): Promise<void> {
  const { hands, names } = context;
  const { namespace, name, key } = agentConfig(context);
  await hands.changeText(cluster, { kind: 'configmap', namespace, name }, key, (text) => {
    const config = parse(text) as AgentConfig;
    const [write] = config.remote_write;
    if (!write) throw new Error('the agent has no remote write');
    edit(config, write);
    return stringify(config);
  });
  // Its older version does not follow the file.
  if (names.isOlder)
    await hands.restart(cluster, namespace, `${agentKind(context)}/${names.workloads.agent}`);
}

/** Adds a scrape job to the edge's agent. */
export const addJob = (context: FaultContext, job: ScrapeJob): Promise<void> =>
  changeAgent(context, ({ scrape_configs }) => scrape_configs.push(job));

/** Where agents that the operator makes write to. */
export interface OperatedRemoteWrite {
  url: string;
  tlsConfig?: { ca: { secret: { name: string; key: string } } };
}

/** Edits where the agent of a cluster writes to, in its custom resource (rendered lab). */
export async function changeOperatedAgent(
  { hands, names }: FaultContext,
  cluster: string,
  edit: (write: OperatedRemoteWrite) => void,
): Promise<void> {
  const ref = { kind: 'prometheusagent', namespace: names.namespaces.agent, name: RENDERED.agent };
  await hands.change<{ spec: { remoteWrite: OperatedRemoteWrite[] } }>(cluster, ref, ({ spec }) => {
    const [write] = spec.remoteWrite;
    if (!write) throw new Error('the agent has no remote write');
    edit(write);
  });
}
