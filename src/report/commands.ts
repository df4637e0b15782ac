import { kubectl, shellWord } from '../catalogue/commands.ts';
import { askedOfGrafana } from '../evidence/grafana.ts';
import { isProbe, readProbePath } from '../evidence/probe.ts';
import type { ComponentRef, Subject } from '../fleet/subjects.ts';

/**
 * The command that a person types to see what was read at an API path. Source: the Kubernetes API reference;
 * what has no shorter form is asked for raw.
 */
export function commandFor(cluster: string, path: string, subject?: Subject): string {
  if (isProbe(path)) return `medic diagnose --probe --contexts ${shellWord(cluster)}`;
  if (askedOfGrafana(path) !== null)
    return `medic diagnose --fleet fleet.yaml --contexts ${shellWord(cluster)}`;
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
  // The value of a Secret would stand in a terminal: its keys tell what is there.
  const secret = /^\/api\/v1\/namespaces\/([^/]+)\/secrets(?:\/([^/]+))?$/.exec(route);
  if (secret) {
    const words = secret[2] ? ['describe', 'secret', decodeURIComponent(secret[2])] : ['get', 'secrets'];
    return kubectl({ cluster, namespace: secret[1] ?? '' }, ...words);
  }
  return kubectl({ cluster, namespace: null }, 'get', '--raw', path);
}

/** Of a list, what is about one component: the object itself, or the pods around it. */
function ofSubject(plural: string, subject: ComponentRef): string {
  const own =
    `${subject.kind.toLowerCase()}s` === plural ? [subject.kind.toLowerCase(), subject.name] : [plural];
  return kubectl(subject, 'get', ...own, '-o', 'wide');
}

/** The role and binding that would allow a read: the group, resource and verb behind an API path. */
export function grantFor(cluster: string, path: string): string {
  const probe = readProbePath(path);
  if (probe)
    return [
      grant(cluster, probe.namespace, 'create,patch,delete', 'jobs.batch'),
      grant(cluster, probe.namespace, 'get,list', 'pods,pods/log'),
    ].join(' && ');
  const [route = ''] = path.split('?');
  const proxy = /^\/api\/v1\/namespaces\/([^/]+)\/pods\/[^/]+\/proxy/.exec(route);
  if (proxy) return grant(cluster, proxy[1] ?? '', 'get', 'pods/proxy');
  const log = /^\/api\/v1\/namespaces\/([^/]+)\/pods\/[^/]+\/log$/.exec(route);
  if (log) return grant(cluster, log[1] ?? '', 'get', 'pods/log');
  const object = /^\/api\/v1\/namespaces\/([^/]+)\/([a-z]+)\/[^/]+$/.exec(route);
  if (object) return grant(cluster, object[1] ?? '', 'get', object[2] ?? '');
  const list = /^\/(?:api\/v1|apis\/([^/]+)\/v1)\/([a-z]+)$/.exec(route);
  const resource = [list?.[2] ?? '*', ...(list?.[1] ? [list[1]] : [])].join('.');
  return grant(cluster, null, 'get,list', resource);
}

/** A role for one resource and its binding; who reads is for the reader to fill in. */
function grant(cluster: string, namespace: string | null, verbs: string, resource: string): string {
  const [role, binding] =
    namespace === null ? ['clusterrole', 'clusterrolebinding'] : ['role', 'rolebinding'];
  const name = `medic-${verbs.startsWith('get') ? 'read' : 'probe'}-${resource.replace(/[^a-z]/g, '-')}`;
  const create = (...words: string[]) => kubectl({ cluster, namespace }, 'create', ...words);
  return [
    create(role, name, `--verb=${verbs}`, `--resource=${resource}`),
    create(binding, name, `--${role}=${name}`, '--user=USER'),
  ].join(' && ');
}
