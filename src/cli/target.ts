import { MedicError } from '../errors.ts';
import type { Target } from '../usecases/open.ts';
import type { CommandContext } from './context.ts';

/** What says how clusters are asked. */
const LIVE_ONLY = {
  ...{ kubeconfig: '--kubeconfig', contexts: '--contexts', fleet: '--fleet' },
  ...{ probe: '--probe', probeImage: '--probe-image' },
} as const;

/** A bundle has its answers already: throws `usage/with-bundle` for options that would be passed over. */
export function forBundle(options: Partial<Record<'bundle' | keyof typeof LIVE_ONLY, unknown>>): void {
  if (options.bundle === undefined) return;
  const given = Object.entries(LIVE_ONLY).filter(
    ([name]) => options[name as keyof typeof LIVE_ONLY] !== undefined,
  );
  if (given.length > 0)
    throw new MedicError('usage/with-bundle', { options: given.map(([, flag]) => flag).join(', ') });
}

/** A target with what `--fleet` adds to it: how Grafana itself is asked. */
export async function withFleet<T extends Target & { fleet?: string }>(
  context: CommandContext,
  { fleet: path, ...target }: T,
): Promise<Omit<T, 'fleet'>> {
  if (path === undefined) return target;
  // The schema is heavy to load, and most looks need none of it.
  const { loadFleetFile } = await import('./fleet-file.ts');
  const settings = loadFleetFile(context, path);
  const hub = settings.clusters.find(({ role }) => role === 'hub');
  const { api } = settings.grafana;
  if (!hub || api === null) return target;
  const { token } = api;
  const place = 'env' in token ? token : { ...token, namespace: token.namespace ?? hub.namespace };
  return { ...target, grafana: { context: hub.context, url: api.url, token: place } };
}
