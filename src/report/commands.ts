import { kubectl } from '../catalogue/commands.ts';
import type { ComponentRef, Subject } from '../fleet/subjects.ts';

/**
 * The command that a person types to see what was read at an API path. Source: the Kubernetes API reference;
 * what has no shorter form is asked for raw.
 */
export function commandFor(cluster: string, path: string, subject?: Subject): string {
  const [route = '', query = ''] = path.split('?');
  const log = /^\/api\/v1\/namespaces\/([^/]+)\/pods\/([^/]+)\/log$/.exec(route);
  if (log) {
    const parameters = new URLSearchParams(query);
    const container = parameters.get('container');
    return kubectl(
      { cluster, namespace: log[1] ?? '' },
      ...['logs', log[2] ?? '', ...(container ? ['-c', container] : []), '--tail=50'],
      ...(parameters.get('previous') === 'true' ? ['--previous'] : []),
    );
  }
  const list = /^\/(?:api\/v1|apis\/[^/]+\/v1)\/([a-z]+)$/.exec(route)?.[1];
  if (list && subject?.type === 'component' && subject.namespace !== null) return ofSubject(list, subject);
  if (list) return kubectl({ cluster, namespace: null }, 'get', list, '-A', '-o', 'wide');
  const object = /^\/api\/v1\/namespaces\/([^/]+)\/(configmaps)\/([^/]+)$/.exec(route);
  if (object) {
    return kubectl(
      { cluster, namespace: object[1] ?? '' },
      'get',
      'configmap',
      decodeURIComponent(object[3] ?? ''),
      '-o',
      'yaml',
    );
  }
  return kubectl({ cluster, namespace: null }, 'get', '--raw', path);
}

/** Of a list, what is about one component: the object itself, or the pods around it. */
function ofSubject(plural: string, subject: ComponentRef): string {
  const own =
    `${subject.kind.toLowerCase()}s` === plural ? [subject.kind.toLowerCase(), subject.name] : [plural];
  return kubectl(subject, 'get', ...own, '-o', 'wide');
}

/** The RBAC rule that would allow a read: the group, resource and verb behind an API path. */
export function grantFor(cluster: string, path: string): string {
  const [route = ''] = path.split('?');
  const proxy = /^\/api\/v1\/namespaces\/([^/]+)\/pods\/[^/]+\/proxy/.exec(route);
  if (proxy) return role(cluster, proxy[1] ?? '', 'pods/proxy', 'get');
  const log = /^\/api\/v1\/namespaces\/([^/]+)\/pods\/[^/]+\/log$/.exec(route);
  if (log) return role(cluster, log[1] ?? '', 'pods/log', 'get');
  const object = /^\/api\/v1\/namespaces\/([^/]+)\/([a-z]+)\/[^/]+$/.exec(route);
  if (object) return role(cluster, object[1] ?? '', object[2] ?? '', 'get');
  const list = /^\/(?:api\/v1|apis\/([^/]+)\/v1)\/([a-z]+)$/.exec(route);
  const resource = [list?.[2] ?? '*', ...(list?.[1] ? [list[1]] : [])].join('.');
  return kubectl(
    { cluster, namespace: null },
    'create',
    'clusterrole',
    'medic-read',
    '--verb=get,list',
    `--resource=${resource}`,
  );
}

function role(cluster: string, namespace: string, resource: string, verb: string): string {
  return kubectl(
    { cluster, namespace },
    'create',
    'role',
    'medic-read',
    `--verb=${verb}`,
    `--resource=${resource}`,
  );
}
