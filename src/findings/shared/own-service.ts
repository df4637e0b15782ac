import { addressOfUrl, namespacesOf, serviceName } from '../../evidence/addresses.ts';
import type { ClusterEvidence } from '../../evidence/evidence.ts';
import type { Component } from '../../fleet/fleet.ts';

/** The Service of the own cluster that a URL names, and the port there; `null` where it names none. */
export function ownService(
  cluster: ClusterEvidence,
  component: Component,
  url: string,
): { namespace: string; name: string; port: number | null } | null {
  const address = addressOfUrl(url);
  // Values of variables are not known here.
  if (!address || url.includes('$')) return null;
  const own = serviceName(address.host, component.ref.namespace ?? '', namespacesOf(cluster));
  return own && own.pod === null ? { namespace: own.namespace, name: own.name, port: address.port } : null;
}
