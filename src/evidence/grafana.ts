import { at, flag, list, text } from './json.ts';
import type { Look } from './look.ts';

const PREFIX = '/fleetmedic/grafana';

/**
 * The path by which Grafana's own API is asked for, recorded and replayed: no API server has it, because an API server
 * takes the `Authorization` header of what it proxies for itself.
 */
export const grafanaPath = (path: string): string => `${PREFIX}${path}`;

/** The path of Grafana's API that is asked for; `null` for another request. */
export const askedOfGrafana = (path: string): string | null =>
  path.startsWith(`${PREFIX}/`) ? path.slice(PREFIX.length) : null;

/** One datasource of `GET /api/datasources`. */
export interface ApiDatasource {
  uid: string;
  name: string;
  type: string;
  url: string;
  isDefault: boolean;
}

const MAX_DATASOURCES = 200;

/** Names of objects as Grafana makes them (pkg/util/shortid_generator.go), which become part of a path. */
const isUid = (uid: string): boolean => /^[\w-]{1,40}$/.test(uid);

export function readDatasources(body: unknown): ApiDatasource[] | null {
  if (!Array.isArray(body)) return null;
  return body.slice(0, MAX_DATASOURCES).flatMap((item: unknown) => {
    const [uid, name, type] = [text(item, 'uid'), text(item, 'name'), text(item, 'type')];
    if (uid === undefined || name === undefined || type === undefined || !isUid(uid)) return [];
    return [{ uid, name, type, url: text(item, 'url') ?? '', isDefault: flag(item, 'isDefault') }];
  });
}

/** Prometheus itself, and the plugins of clouds for what answers like it. */
export const asksPrometheus = ({ type }: { type: string }): boolean =>
  type.split('-').some((word) => word.endsWith('prometheus'));

/** What a datasource answers when Grafana tries it. */
export interface DatasourceHealth {
  isWorking: boolean;
  /** Grafana's words. */
  words: string;
}

export const readDatasourceHealth = (body: unknown): DatasourceHealth | null => {
  const status = text(body, 'status');
  return status === undefined
    ? null
    : { isWorking: status === 'OK', words: (text(body, 'message') ?? '').slice(0, 500) };
};

/** Grafana says 400 of a datasource that does not work: grafana pkg/api/datasources.go, checkDatasourceHealth. */
export function toldByRefusal(look: Look<DatasourceHealth>): Look<DatasourceHealth> {
  if (look.seen || look.reason !== 'rejected' || !look.detail.startsWith('HTTP 400: ')) return look;
  const words = look.detail.slice('HTTP 400: '.length);
  return { seen: true, value: { isWorking: false, words }, source: look.source };
}

/** Uids of `GET /api/search?type=dash-db`. */
export function readDashboardUids(body: unknown): string[] | null {
  if (!Array.isArray(body)) return null;
  return body.flatMap((item: unknown) => {
    const uid = text(item, 'uid');
    return uid !== undefined && isUid(uid) ? [uid] : [];
  });
}

/** What of a dashboard must fit what it asks. */
export interface Dashboard {
  title: string;
  /** Datasources for Prometheus that its panels and variables name, by uid, name or variable (`$…`). */
  datasources: string[];
  /** Variables that a person sees and that list the values of a label. */
  variables: { name: string; label: string }[];
}

const MAX_PANELS = 500;

/** `GET /api/dashboards/uid/UID`. */
export function readDashboard(body: unknown): Dashboard | null {
  const title = text(body, 'dashboard', 'title');
  if (title === undefined) return null;
  const rows = list(body, 'dashboard', 'panels').slice(0, MAX_PANELS);
  const panels = rows.flatMap((row) => [row, ...list(row, 'panels')]).slice(0, MAX_PANELS);
  const variables = list(body, 'dashboard', 'templating', 'list').filter(
    (item) => text(item, 'type') === 'query',
  );
  const named = [...panels, ...variables].flatMap((item) => namedDatasource(at(item, 'datasource')));
  return {
    title: title.slice(0, 200),
    datasources: [...new Set(named)],
    variables: variables.flatMap((item) => {
      const name = text(item, 'name');
      const label = listedLabel(text(item, 'query', 'query') ?? text(item, 'query') ?? '');
      // A variable that nobody sees may well have no values: dashboards for many clusters hide it where there is one.
      return name === undefined || label === null || at(item, 'hide') === 2 ? [] : [{ name, label }];
    }),
  };
}

/** A reference of today, `{type, uid}`, where the type says Prometheus; one by name alone does not tell its type. */
function namedDatasource(value: unknown): string[] {
  const [type, uid] = [text(value, 'type'), text(value, 'uid')];
  if (type === undefined || uid === undefined || !asksPrometheus({ type })) return [];
  return uid === '' || uid.startsWith('-- ') ? [] : [uid];
}

/** The label of `label_values(label)` and `label_values(metric{…}, label)`; `null` for another query. */
function listedLabel(query: string): string | null {
  const inside = /^\s{0,10}label_values\((.{1,2000})\)\s{0,10}$/s.exec(query)?.[1];
  if (inside === undefined) return null;
  const label = inside.slice(inside.lastIndexOf(',') + 1).trim();
  return /^[a-zA-Z_]\w{0,100}$/.test(label) ? label : null;
}

/** Names of the labels that a Query knows: `GET /api/v1/labels`. */
export function readLabelNames(body: unknown): string[] | null {
  if (text(body, 'status') !== 'success' || !Array.isArray(at(body, 'data'))) return null;
  return list(body, 'data').flatMap((name) => (typeof name === 'string' ? [name] : []));
}
