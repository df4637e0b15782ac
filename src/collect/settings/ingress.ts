import { list, text } from '../../evidence/json.ts';
import type { Ingress } from '../../evidence/kubernetes/objects.ts';
import type { PlainObject } from '../../evidence/kubernetes/plain.ts';
import { seenOr } from '../../evidence/look.ts';
import type { Role } from '../../fleet/roles.ts';
import { backendOf } from '../discover/links.ts';
import { type Noted, seen, untold, type Where } from './noted.ts';
import { prometheusYaml, remoteWriteOf } from './prometheus-yaml.ts';
import type { World } from './world.ts';
import { writerOf } from './writers.ts';

/** A way into the hub: an Ingress or a route, and what stands behind it. */
interface Way {
  host: string;
  role: 'receive' | 'grafana';
  object: string;
  ingress: Ingress | null;
  route: PlainObject | null;
}

/** The ways from outside to Receive and Grafana of the hub. */
export function ingressSettings(world: World): Noted[] {
  const { evidence, extra, context } = world.hub;
  if (!evidence) return [];
  if (!evidence.ingresses.seen) return [untold(['ingress'], evidence.ingresses.reason, context)];
  const ways = [
    ...evidence.ingresses.value.flatMap((ingress) => waysOfIngress(world, ingress)),
    ...seenOr(extra?.httpRoutes, []).flatMap((route) => waysOfRoute(world, route)),
  ];
  const main = ways.find(({ role }) => role === 'receive') ?? ways[0];
  const where = (way: Way | undefined, field: string): Where => ({
    ...{ cluster: context, object: way?.object ?? 'ingresses', field },
  });
  if (!main) return [noWay(world, where(undefined, 'controller'))];
  const hostOf = (role: Way['role']) => {
    const way = ways.find((one) => one.role === role);
    return seen(['ingress', `${role}Host`], way?.host ?? null, where(way, 'host'));
  };
  return [
    ...(main.ingress ? ofIngress(world, main, main.ingress, where) : []),
    ...(main.route ? ofGateway(main, main.route, where) : []),
    hostOf('receive'),
    hostOf('grafana'),
    ...port(world, ways),
  ];
}

/** There is none, unless routes of Gateway API could not be seen; without its definitions there are none. */
function noWay({ hub: { context, extra } }: World, where: Where): Noted {
  const path = ['ingress', 'controller'];
  const routes = extra?.httpRoutes;
  if (!routes) return untold(path, 'not-recorded', context);
  if (!routes.seen && routes.reason !== 'not-found') return untold(path, routes.reason, context);
  return seen(path, 'none', where);
}

function waysOfIngress(world: World, ingress: Ingress): Way[] {
  const { namespace, name } = ingress.meta;
  return ingress.rules.flatMap(({ host, service }) => {
    const role = roleBehind(world, namespace, service);
    return role && host !== ''
      ? [{ host, role, object: `Ingress ${namespace}/${name}`, ingress, route: null }]
      : [];
  });
}

function waysOfRoute(world: World, route: PlainObject): Way[] {
  const { namespace, name } = route.meta;
  const services = list(route.spec, 'rules').flatMap((rule) => list(rule, 'backendRefs'));
  const roles = services.map((service) =>
    roleBehind(world, text(service, 'namespace') ?? namespace, text(service, 'name') ?? ''),
  );
  const role = roles.find((one) => one !== null);
  const host = list(route.spec, 'hostnames').find((one) => typeof one === 'string');
  return role && host ? [{ host, role, object: `HTTPRoute ${namespace}/${name}`, ingress: null, route }] : [];
}

const BEHIND: readonly Role[] = ['receive', 'grafana'];

function roleBehind(world: World, namespace: string | null, name: string): Way['role'] | null {
  const { evidence, context } = world.hub;
  const service = seenOr(evidence?.services, []).find(
    ({ meta }) => meta.namespace === namespace && meta.name === name,
  );
  const role = service && backendOf(world.index.fleet.components, context, service, BEHIND)?.role;
  return role === 'receive' || role === 'grafana' ? role : null;
}

/** What each controller calls its class where nobody names another: a file may leave it out. */
const USUAL_CLASS = { 'ingress-nginx': 'nginx', traefik: 'traefik' } as const;

function ofIngress(
  world: World,
  way: Way,
  ingress: Ingress,
  where: (way: Way, field: string) => Where,
): Noted[] {
  const { context } = world.hub;
  const controller = controllerOf(world, ingress);
  const tls = ingress.tls.find(({ hosts }) => hosts.includes(way.host));
  const usual = controller === null ? undefined : USUAL_CLASS[controller];
  return [
    controller
      ? seen(['ingress', 'controller'], controller, where(way, 'spec.ingressClassName'))
      : untold(['ingress', 'controller'], 'not-expressible', context, ingress.className),
    seen(
      ['ingress', 'className'],
      ingress.className,
      where(way, 'spec.ingressClassName'),
      ingress.className === usual ? [null] : [],
    ),
    seen(['ingress', 'tlsSecret'], tls?.secret ?? null, where(way, 'spec.tls')),
  ];
}

/** By the class, which names its controller; where it could not be seen, by the one controller that runs. */
function controllerOf(world: World, ingress: Ingress): keyof typeof USUAL_CLASS | null {
  const { extra, context } = world.hub;
  const ownClass = seenOr(extra?.ingressClasses, []).find(({ meta }) => meta.name === ingress.className);
  const named = text(ownClass?.spec, 'controller');
  const running = world.index.byRole('ingress', context).map(({ image, args }) => [image, ...args].join(' '));
  const told = named === undefined ? running : [named];
  const isAll = (pattern: RegExp) => told.length > 0 && told.every((one) => pattern.test(one));
  if (isAll(/traefik/)) return 'traefik';
  return isAll(/ingress-nginx|nginx-ingress/) ? 'ingress-nginx' : null;
}

function ofGateway(way: Way, route: PlainObject, where: (way: Way, field: string) => Where): Noted[] {
  const [parent] = list(route.spec, 'parentRefs');
  const namespace = text(parent, 'namespace') ?? route.meta.namespace;
  return [
    seen(['ingress', 'controller'], 'gateway', where(way, 'parentRefs')),
    seen(['ingress', 'className'], text(parent, 'name') ?? null, where(way, 'parentRefs')),
    seen(['ingress', 'gatewayNamespace'], namespace, where(way, 'parentRefs')),
  ];
}

/** The port that the edges write to, where it is not that of the scheme. */
function port(world: World, ways: readonly Way[]): Noted[] {
  const hosts = ways.filter(({ role }) => role === 'receive').map(({ host }) => host);
  for (const cluster of world.clusters) {
    const writer = writerOf(world, cluster)?.writer;
    const yaml = writer && prometheusYaml(writer);
    const entry = yaml && 'config' in yaml ? remoteWriteOf(yaml.config, isTo(hosts))?.entry : undefined;
    const url = text(entry, 'url');
    if (!writer || url === undefined || !isTo(hosts)(url)) continue;
    const own = new URL(url).port;
    const where = { cluster: cluster.context, object: writer.component.key, field: 'remote_write[].url' };
    return [seen(['ingress', 'port'], own === '' ? null : Number(own), where)];
  }
  return [];
}

const isTo =
  (hosts: readonly string[]) =>
  (url: string): boolean =>
    URL.canParse(url) && hosts.includes(new URL(url).hostname);
