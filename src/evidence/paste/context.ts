import type { NamedObject } from '../../fleet/subjects.ts';
import { objectIn } from './objects.ts';

/** So many different values are remembered of each; one is known, more are ambiguous. */
const MAX_VALUES = 2;

const KEYS = ['context', 'namespace', 'kind', 'name', 'pod', 'container', 'claim', 'node'] as const;

/** Sections of an object in YAML or JSON, and the lines under which names stand. */
const SECTION = /^(\s*)(?:- )?"?(metadata|involvedObject|regarding|spec|status|subjects|containers)"?\s*:/;
const ENTRY = /^(\s*)(?:- )?"?(kind|name|namespace)"?\s*:\s*"?([A-Za-z0-9][-A-Za-z0-9.]{0,252})"?,?\s*$/;
/** The head of `kubectl describe`. */
const DESCRIBED =
  /^(Name|Namespace|Controlled By|Node|StrategyType|Update Strategy|Replicas|Desired Number of Nodes Scheduled):\s+(\S{1,253})/;
/** Columns of `kubectl get`. */
const HEADER = /^(?:NAMESPACE\s+)?NAME\s+READY\s/;

/**
 * Which object a text is about at each of its lines: what the line itself names, else the object that was described or
 * begun last, else the only one that the text names at all. In bounded memory.
 */
export class ObjectContext {
  #current: NamedObject = {};
  #section = '';
  #values = new Map<keyof NamedObject, Set<string>>();
  #columns: 'none' | 'name' | 'namespace' = 'none';

  /** What the line names, over what its surroundings do. */
  read(line: string): NamedObject {
    const own = { ...this.#fromTable(line), ...objectIn(line) };
    this.#describe(line);
    this.#entry(line);
    if (/(?:^|[\s$#`])(?:kubectl|oc)\s/.test(line)) this.#current = own;
    for (const key of KEYS) this.#remember(key, own[key] ?? this.#current[key]);
    return within(own, this.#current);
  }

  /** The same, with what only one object of the whole text can mean; asked for at the end. */
  complete(object: NamedObject): NamedObject {
    const only: NamedObject = {};
    for (const key of KEYS) {
      const values = this.#values.get(key);
      const [value] = values ?? [];
      if (values?.size === 1 && value !== undefined) only[key] = value;
    }
    return within(object, only);
  }

  #remember(key: keyof NamedObject, value: string | undefined): void {
    if (value === undefined) return;
    const values = this.#values.get(key) ?? new Set<string>();
    if (values.size < MAX_VALUES) this.#values.set(key, values.add(value));
  }

  #describe(line: string): void {
    const [, field, value = ''] = DESCRIBED.exec(line) ?? [];
    const name = this.#current.name;
    if (field === 'Name') this.#current = { name: value };
    else if (field === 'Namespace') this.#current.namespace = value;
    else if (field === 'Node' || field === 'Controlled By') {
      const [kind, owner] = value.split('/');
      if (name !== undefined && this.#current.pod === undefined) {
        this.#current.pod = name;
        delete this.#current.name;
      }
      if (field === 'Controlled By' && owner !== undefined && kind !== 'ReplicaSet' && kind !== 'Node') {
        this.#current.kind = kind as string;
        this.#current.name = owner;
      }
    } else if (field !== undefined && name !== undefined && this.#current.kind === undefined) {
      if (field === 'StrategyType') this.#current.kind = 'Deployment';
      if (field === 'Update Strategy') this.#current.kind = 'StatefulSet';
      if (field === 'Desired Number of Nodes Scheduled') this.#current.kind = 'DaemonSet';
    }
  }

  #entry(line: string): void {
    const [, indent, section] = SECTION.exec(line) ?? [];
    if (section !== undefined) {
      // An event has metadata of its own beside the object that it is about.
      if (indent !== undefined && section === 'involvedObject') this.#current = {};
      this.#section = section;
      return;
    }
    const [, , key, value] = ENTRY.exec(line) ?? [];
    if (key === undefined || value === undefined) return;
    const isAbout = this.#section === 'involvedObject' || this.#section === 'regarding';
    if (isAbout || (this.#section === 'metadata' && key !== 'kind')) this.#put(key, value);
    else if (key === 'kind' && this.#section === '') this.#current = { kind: value };
    if (/^\s{0,1}\S/.test(line) && !isAbout) this.#section = '';
  }

  #put(key: string, value: string): void {
    if (key === 'namespace') this.#current.namespace ??= value;
    if (key === 'kind') this.#current.kind = value;
    if (key === 'name' && this.#current.name === undefined) this.#current.name = value;
    if (this.#current.kind === 'Pod' && this.#current.name !== undefined) {
      this.#current.pod = this.#current.name;
      delete this.#current.kind;
      delete this.#current.name;
    }
    if (this.#current.kind === 'Event') this.#current = {};
  }

  #fromTable(line: string): NamedObject {
    if (HEADER.test(line)) {
      this.#columns = line.startsWith('NAMESPACE') ? 'namespace' : 'name';
      return {};
    }
    if (this.#columns === 'none') return {};
    const [first, second, third] = line.trim().split(/\s+/, 3);
    const [namespace, pod, ready] =
      this.#columns === 'namespace' ? [first, second, third] : [undefined, first, second];
    if (ready === undefined || !/^\d+\/\d+$/.test(ready)) {
      this.#columns = 'none';
      return {};
    }
    const row: NamedObject = {};
    if (namespace !== undefined) row.namespace = namespace;
    if (pod !== undefined) row.pod = pod;
    return row;
  }
}

/** What the inner does not say, from the outer: but nothing of another object than the inner's. */
function within(inner: NamedObject, outer: NamedObject): NamedObject {
  const differs = (key: keyof NamedObject) =>
    inner[key] !== undefined && outer[key] !== undefined && inner[key] !== outer[key];
  if (differs('pod') || differs('name') || differs('namespace') || differs('claim'))
    return { ...(outer.context !== undefined && { context: outer.context }), ...inner };
  const { kind, name, ...rest } = outer;
  // A pod's own workload is told by its name, where the text does not.
  const isOther = inner.pod !== undefined && outer.pod === undefined;
  return {
    ...rest,
    ...(!isOther && kind !== undefined && { kind }),
    ...(!isOther && name !== undefined && { name }),
    ...inner,
  };
}
