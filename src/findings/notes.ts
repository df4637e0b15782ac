import { agent } from './notes/agent.ts';
import { alertmanager } from './notes/alertmanager.ts';
import { cluster } from './notes/cluster.ts';
import { compact } from './notes/compact.ts';
import { grafana } from './notes/grafana.ts';
import { logs } from './notes/logs.ts';
import { network } from './notes/network.ts';
import { operator } from './notes/operator.ts';
import { query } from './notes/query.ts';
import { receive } from './notes/receive.ts';
import { remoteWrite } from './notes/remote-write.ts';
import { rule } from './notes/rule.ts';
import { scrape } from './notes/scrape.ts';
import { shared } from './notes/shared.ts';
import { storage } from './notes/storage.ts';
import { store } from './notes/store.ts';
import { workload } from './notes/workload.ts';

/**
 * What medic itself says of a figure that it read. Words of other systems are quoted as they are; these are sentences,
 * in both languages, and are chosen when a report is made. English is what stands in the JSON contract.
 */
export const NOTES = {
  ...agent,
  ...alertmanager,
  ...cluster,
  ...compact,
  ...grafana,
  ...logs,
  ...network,
  ...operator,
  ...query,
  ...receive,
  ...remoteWrite,
  ...rule,
  ...scrape,
  ...shared,
  ...storage,
  ...store,
  ...workload,
};

export type NoteId = keyof typeof NOTES;

/** Names of the placeholders of a sentence. */
type Names<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Names<Rest>
  : never;

/** A sentence of ours, in no language yet. What stands in it may be words of ours again, or several. */
export interface Note {
  id: NoteId;
  params: Readonly<Record<string, Param>>;
}

export type Words = string | Note;
type Param = number | Words | readonly Words[];

export const note = <Id extends NoteId>(
  id: Id,
  params: Readonly<Record<Names<(typeof NOTES)[Id]['en']>, Param>>,
): Note => ({ id, params });

/** In English, for the JSON contract and for facts; words of others as they are. */
export function textOf(words: Words): string {
  if (typeof words === 'string') return words;
  const params = saidIn(words, textOf);
  return NOTES[words.id].en.replace(/\{([a-zA-Z]+)\}/g, (_, name: string) => String(params[name] ?? ''));
}

/** Whether a sentence only says whose the words of others are that it holds. */
export const isQuotation = ({ id, params }: Note): boolean =>
  id.endsWith('-says') && typeof params.words === 'string';

/** What stands in a sentence, its own sentences said by `say`. */
export const saidIn = ({ params }: Note, say: (words: Words) => string): Record<string, string | number> =>
  mapValues(params, (value) =>
    typeof value === 'number' ? value : isSeveral(value) ? value.map(say).join(', ') : say(value),
  );

/** The same sentence with every text of others in it changed by `change`. */
export const changedIn = (words: Note, change: (text: string) => string): Note => {
  const changed = (one: Words): Words => (typeof one === 'string' ? change(one) : changedIn(one, change));
  return {
    id: words.id,
    params: mapValues(words.params, (value) =>
      typeof value === 'number' ? value : isSeveral(value) ? value.map(changed) : changed(value),
    ),
  };
};

const isSeveral = (value: Words | readonly Words[]): value is readonly Words[] => Array.isArray(value);

const mapValues = <From, To>(values: Readonly<Record<string, From>>, map: (value: From) => To) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, map(value)]));
