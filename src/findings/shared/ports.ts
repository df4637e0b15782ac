import type { Service, ServicePort } from '../../evidence/kubernetes/objects.ts';
import type { Container } from '../../evidence/kubernetes/pods.ts';
import { flagValue, portOf } from '../../fleet/flags.ts';
import type { Component } from '../../fleet/fleet.ts';
import type { LinkKind } from '../../fleet/subjects.ts';

/** The port on which a server takes what a link brings; `null` where its flags do not say. */
export function listeningPort(server: Component, kind: LinkKind, client?: Component): number | null {
  if (kind === 'query' && client?.role === 'query-frontend') return server.httpPort;
  if (kind === 'remote-write' && server.role === 'receive') {
    return portOf(flagValue(server.args, '--remote-write.address') ?? '') ?? 19_291;
  }
  if (kind === 'query' || kind === 'forward')
    return portOf(flagValue(server.args, '--grpc-address') ?? '') ?? 10_901;
  if ((kind === 'upload' || kind === 'fetch') && server.role === 'object-store') {
    // SeaweedFS says its port, MinIO its address.
    return (
      portOf(`:${flagValue(server.args, '-s3.port') ?? ''}`) ??
      portOf(flagValue(server.args, '--address') ?? '')
    );
  }
  if (kind === 'cache')
    return portOf(`:${flagValue(server.args, '--port') ?? flagValue(server.args, '-p') ?? ''}`);
  return null;
}

/** The number behind a Service port's target: a name is a name of a container port. */
export function targetNumber(port: ServicePort, containers: readonly Container[]): number | null {
  if (typeof port.targetPort === 'number') return port.targetPort;
  return containers.flatMap(({ ports }) => ports).find(({ name }) => name === port.targetPort)?.port ?? null;
}

/** The ports of a Service that lead to this number. */
export function portsLeadingTo(
  service: Service,
  number: number,
  containers: readonly Container[],
): ServicePort[] {
  return service.ports.filter((port) => targetNumber(port, containers) === number);
}
