import { at, flag, isRecord, list, number, text, textMap, texts } from './json.ts';
import { readYamlMapping } from './yaml.ts';

/** One store that Query knows, as `/api/v1/stores` gives it. */
export interface StoreStatus {
  /** The type under which Query lists it: receive, store, sidecar, rule, … */
  type: string;
  /** Address as Query dials it. */
  address: string;
  lastError: string | null;
  lastCheck: string | null;
  labelSets: Record<string, string>[];
  /** Milliseconds since the epoch; beyond the range of a date where the store is empty or open-ended. */
  minTime: number;
  maxTime: number;
}

/** Reads `/api/v1/stores`: today an object of lists by type, before 0.11 one list. */
export function readStores(body: unknown): StoreStatus[] | null {
  if (text(body, 'status') !== 'success') return null;
  const data = at(body, 'data');
  if (data === null) return []; // No store at all.
  if (Array.isArray(data)) return data.flatMap((item) => readStore('', item) ?? []);
  if (!isRecord(data)) return null;
  return Object.keys(data).flatMap((type) => list(data, type).flatMap((item) => readStore(type, item) ?? []));
}

function readStore(type: string, value: unknown): StoreStatus | null {
  const address = text(value, 'name');
  if (address === undefined) return null;
  const lastError = at(value, 'lastError');
  return {
    type,
    address,
    // An error that Go could not serialise is an empty object: that there is one is still said.
    lastError:
      lastError === null || lastError === undefined
        ? null
        : typeof lastError === 'string'
          ? lastError
          : 'error',
    lastCheck: text(value, 'lastCheck') ?? null,
    labelSets: list(value, 'labelSets').map((item) => textMap(item)),
    minTime: number(value, 'minTime') ?? 0,
    maxTime: number(value, 'maxTime') ?? 0,
  };
}

/** One hashring of the file. */
export interface Hashring {
  name: string;
  /** Tenants that it takes; empty where it takes all. */
  tenants: string[];
  /** Whether tenants are exact names, or patterns. */
  matcher: 'exact' | 'other';
  endpoints: string[];
}

/** Addresses of all hashrings in the file. */
export const readHashring = (content: string): string[] | null =>
  readHashrings(content)?.flatMap(({ endpoints }) => endpoints) ?? null;

/** The hashrings of the file: each endpoint is a text or an object with an address. */
export function readHashrings(content: string): Hashring[] | null {
  try {
    const value: unknown = JSON.parse(content);
    if (!Array.isArray(value)) return null;
    return value.map((ring) => ({
      name: text(ring, 'hashring') ?? '',
      tenants: texts(ring, 'tenants'),
      matcher: ['exact', ''].includes(text(ring, 'tenant_matcher_type') ?? '') ? 'exact' : 'other',
      endpoints: [
        ...texts(ring, 'endpoints'),
        ...list(ring, 'endpoints').flatMap((endpoint) => text(endpoint, 'address') ?? []),
      ],
    }));
  } catch {
    return null;
  }
}

/**
 * Where an object store is reached, from `objstore.yml`: S3 and what speaks it name an endpoint, the others of
 * Thanos' providers have one for all. `null` if none is named.
 */
export function readObjectStoreUrl(yaml: string): string | null {
  const value = readYamlMapping(yaml);
  const endpoint = text(value, 'config', 'endpoint');
  if (!endpoint) return null;
  if (/^https?:\/\//.test(endpoint)) return endpoint;
  return `${flag(value, 'config', 'insecure') ? 'http' : 'https'}://${endpoint}`;
}

/**
 * Addresses of the cache servers that a cache's configuration names: memcached's list, or Redis' one. Source: thanos
 * pkg/cacheutil/memcached_client.go and redis_client.go.
 */
export function readCacheAddresses(yaml: string): string[] {
  const value = readYamlMapping(yaml);
  const redis = text(value, 'config', 'addr');
  return [...texts(value, 'config', 'addresses'), ...(redis ? [redis] : [])];
}
