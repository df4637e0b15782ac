import { addressOfHostPort, namespacesOf, serviceName } from '../../evidence/addresses.ts';
import { podKey } from '../../evidence/evidence.ts';
import { type Look, seenOr } from '../../evidence/look.ts';
import { type CacheServer, readCacheServer } from '../../evidence/memcached.ts';
import type { Metrics } from '../../evidence/metrics.ts';
import { flagValue } from '../../fleet/flags.ts';
import { type Component, isCacheExporter } from '../../fleet/fleet.ts';
import type { FindingContext } from '../context.ts';
import { selectedPods } from './paths.ts';

/** What the exporters of a cache tell of its servers. */
export interface CacheLook {
  look: Look<Metrics>;
  /** `null` where the page is blind or of something else. */
  server: CacheServer | null;
  /** Whether the exporter stands in the server's own pod: then no network is between them. */
  isBeside: boolean;
}

export function cacheServers(context: FindingContext, cache: Component): CacheLook[] {
  const { cacheMetrics } = context.clusterOf(cache);
  return context.index
    .inCluster(cache.ref.cluster)
    .filter((part) => isCacheExporter(part) && isOf(context, part, cache))
    .flatMap((exporter) =>
      context.pods(exporter).flatMap((pod) => {
        const look = cacheMetrics.get(podKey(pod));
        if (!look) return [];
        const server = look.seen ? readCacheServer(look.value) : null;
        return [{ look, server, isBeside: context.pods(cache).includes(pod) }];
      }),
    );
}

/** It stands in the cache's pods, or its address is a Service that selects them. */
function isOf(context: FindingContext, exporter: Component, cache: Component): boolean {
  const pods = context.pods(cache);
  if (context.pods(exporter).some((pod) => pods.includes(pod))) return true;
  const cluster = context.clusterOf(cache);
  const { host } = addressOfHostPort(flagValue(exporter.args, '--memcached.address') ?? '');
  const named = serviceName(host, exporter.ref.namespace ?? '', namespacesOf(cluster));
  const service = seenOr(cluster.services, []).find(
    ({ meta }) => meta.name === named?.name && meta.namespace === named.namespace,
  );
  return service !== undefined && (selectedPods(cluster, service) ?? []).some((pod) => pods.includes(pod));
}
