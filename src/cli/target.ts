import type { Target } from '../usecases/open.ts';
import type { CommandContext } from './context.ts';

/** A target with what `--fleet` adds to it: how Grafana itself is asked. A bundle has its answers already. */
export async function withFleet<T extends Target & { fleet?: string }>(
  context: CommandContext,
  { fleet: path, ...target }: T,
): Promise<Omit<T, 'fleet'>> {
  if (path === undefined || target.bundle !== undefined) return target;
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
