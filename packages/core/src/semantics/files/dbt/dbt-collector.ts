import type { SemanticEntryBody, TableSnapshot } from '@majed-vanna/contract';
import { joinKey } from '../../layer/draft-bodies.ts';
import { type LayerView, nameOf } from '../../layer/layer-view.ts';
import { tableKey } from '../../layer/schema-index.ts';
import type { ReadLayer } from '../layer-import.ts';

type EntryOf<K extends SemanticEntryBody['kind']> = Extract<SemanticEntryBody, { kind: K }>;
interface Said {
  readonly label?: string | null | undefined;
  readonly synonyms?: readonly string[] | undefined;
  readonly description?: string | null | undefined;
}

export type DbtCollector = ReturnType<typeof collectDbt>;

/** Gathers entries of a dbt project; what is published of a thing already is added to, not overwritten. */
export function collectDbt(view: LayerView) {
  const entries = new Map<string, { entry: SemanticEntryBody; path: string }>();
  const notImported: { what: string; reason: string }[] = [];
  const byName = Map.groupBy(view.draft.snapshot.tables, ({ name }) => name.toLowerCase());
  return { tableNamed, describeTable, describeColumn, add, addJoin, leaveOut, result };

  /** By schema and name, else by a name that only one table has. */
  function tableNamed(schema: string | null | undefined, name: string): TableSnapshot | null {
    const same = byName.get(name.toLowerCase()) ?? [];
    return view.draft.index.table(`${schema}.${name}`) ?? (same.length === 1 ? (same[0] ?? null) : null);
  }

  function describeTable(path: string, table: TableSnapshot, said: Said): void {
    const key = tableKey(table);
    const known = current('table', key)?.body;
    const base = known ?? { words: {}, description: null, displayColumn: null, plural: {} };
    if (hasWords(said)) put(path, { kind: 'table', key, body: { ...base, ...told(base, said) } });
  }

  function describeColumn(path: string, table: TableSnapshot, column: string, said: Said): void {
    const key = `${tableKey(table)}.${column}`;
    const known = current('column', key)?.body;
    const base = known ?? { words: {}, description: null, format: null, currency: null, values: {} };
    if (hasWords(said)) put(path, { kind: 'column', key, body: { ...base, ...told(base, said) } });
  }

  function add(path: string, entry: EntryOf<'metric'> | EntryOf<'dimension'>): void {
    put(path, entry);
  }

  /** Declared by the database, published, or said before: once is enough. */
  function addJoin(path: string, from: TableSnapshot, near: string, to: TableSnapshot, far: string): void {
    const ends = { from: { table: tableKey(from), columns: [near] }, to: { table: tableKey(to), columns: [far] } };
    const key = joinKey(ends);
    const isKnown = (join: Parameters<typeof joinKey>[0]) => joinKey(join).toLowerCase() === key.toLowerCase();
    if (view.draft.model.joins.some((join) => join.origin === 'declared' && isKnown(join))) return;
    if ([...view.entries.values()].some(({ entry }) => entry?.kind === 'join' && isKnown(entry.body))) return;
    put(path, { kind: 'join', key, body: { words: {}, description: null, ...ends, cardinality: 'many_to_one', rejected: false } });
  }

  function leaveOut(what: string, reason: string): void {
    notImported.push({ what, reason });
  }

  function result(): ReadLayer {
    const found = [...entries.values()].map(({ entry, path }) => ({ entry, place: { line: null, path, message: '' } }));
    return { found, problems: [], notImported };
  }

  function put(path: string, entry: SemanticEntryBody): void {
    entries.set(nameOf(entry), { entry, path });
  }

  function current<K extends 'table' | 'column'>(kind: K, key: string): EntryOf<K> | null {
    const entry = entries.get(nameOf({ kind, key }))?.entry ?? view.entries.get(nameOf({ kind, key }))?.entry;
    // The name holds the kind.
    return entry ? (entry as EntryOf<K>) : null;
  }
}

const hasWords = ({ label, synonyms, description }: Said) => Boolean(label || description || synonyms?.length);

function told(
  base: { words: SemanticEntryBody['body']['words']; description: string | null },
  { label, synonyms = [], description }: Said,
) {
  const english = [...new Set([...(label ? [label] : []), ...(base.words.en ?? []), ...synonyms])];
  const words = english.length > 0 ? { ...base.words, en: english } : base.words;
  return { words, description: description?.trim() || base.description };
}
