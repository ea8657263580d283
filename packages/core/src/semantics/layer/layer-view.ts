import {
  type ColumnProfile,
  type DataSourceId,
  type SemanticEntryBody,
  type SemanticEntryKind,
  semanticEntryBody,
} from '@majed-vanna/contract';
import type { Database, DataSourceRow, SemanticChangeRow } from '@majed-vanna/db';
import type { SourceDraft } from '../source-draft.ts';
import { type LayerEntry, readEntries } from './layer-entries.ts';
import { tablesOf } from './named-things.ts';
import { retypedColumns } from './retyped-columns.ts';
import { tableKey } from './schema-index.ts';
import { foldedText } from './text-search.ts';
import type { Overlaps } from './value-overlap.ts';

/** A change that waits, as it was read. */
export interface LayerWaiting {
  readonly row: SemanticChangeRow;
  /** Null when it removes the entry. */
  readonly body: SemanticEntryBody['body'] | null;
}

/** The whole layer of a source in all its states, read once and looked up often. */
export interface LayerView {
  readonly draft: SourceDraft;
  readonly entries: ReadonlyMap<string, LayerEntry>;
  readonly waiting: ReadonlyMap<string, LayerWaiting>;
  readonly profileOf: (column: string) => ColumnProfile | undefined;
  /** Grows as joins are looked at. */
  readonly overlaps: Overlaps;
  /** Entries and changes by the tables that they are about, in lower case. */
  readonly byTable: ReadonlyMap<string, TableParts>;
  /** What a table is searched by, by its key in lower case. */
  readonly searched: ReadonlyMap<string, string>;
}

export interface TableParts {
  readonly entries: LayerEntry[];
  readonly waiting: LayerWaiting[];
}

/** Keys are alike in upper and lower case, as where entries are laid over the draft. */
export const nameOf = ({ kind, key }: { kind: SemanticEntryKind; key: string }): string => `${kind} ${key.toLowerCase()}`;

/** Keeps the view of a source until something of it changes. */
export function createLayerViews({ repositories }: Database, overlapsOf: (draft: SourceDraft) => Overlaps) {
  const views = new Map<DataSourceId, { state: string; view: Promise<LayerView> }>();
  const published = new Map<DataSourceId, { state: string; read: Promise<LayerEntry[]> }>();
  return { viewOf };

  async function viewOf({ id }: DataSourceRow, draft: SourceDraft): Promise<LayerView> {
    const stamps = await Promise.all([repositories.semanticEntries.stamp(id), repositories.semanticChanges.stamp(id)]);
    const state = [draft.serial, ...stamps].join(' ');
    const known = views.get(id);
    if (known?.state === state) return known.view;
    const view = readView(id, draft, readPublished(id, draft, `${draft.serial} ${stamps[0]}`));
    views.set(id, { state, view });
    view.catch(() => views.get(id)?.view === view && views.delete(id));
    return view;
  }

  /** Kept for itself: it changes seldom, and what waits changes with every edit. */
  async function readPublished(id: DataSourceId, draft: SourceDraft, state: string): Promise<LayerEntry[]> {
    const known = published.get(id);
    if (known?.state === state) return known.read;
    const read = Promise.all([repositories.semanticEntries.list(id), retypedColumns(repositories, id)]).then(([rows, retyped]) =>
      readEntries(rows, draft.index, retyped),
    );
    published.set(id, { state, read });
    read.catch(() => published.get(id)?.read === read && published.delete(id));
    return read;
  }

  async function readView(id: DataSourceId, draft: SourceDraft, reading: Promise<LayerEntry[]>): Promise<LayerView> {
    const [entries, changes] = await Promise.all([reading, repositories.semanticChanges.list(id)]);
    const waiting = changes.map((row) => ({ row, body: row.body === null ? null : (semanticEntryBody.safeParse(row).data?.body ?? null) }));
    const profiles = new Map(draft.profiles.map((profile) => [`${profile.schema}.${profile.table}.${profile.column}`, profile]));
    const byTable = partsByTable(entries, waiting);
    return {
      draft,
      entries: new Map(entries.map((entry) => [nameOf(entry.row), entry])),
      waiting: new Map(waiting.map((change) => [nameOf(change.row), change])),
      profileOf: (column) => profiles.get(column),
      overlaps: overlapsOf(draft),
      byTable,
      searched: searchedTables(draft, byTable),
    };
  }
}

function partsByTable(entries: readonly LayerEntry[], waiting: readonly LayerWaiting[]): Map<string, TableParts> {
  const parts = new Map<string, TableParts>();
  const bodies = new Map(entries.map(({ row, entry }) => [nameOf(row), entry?.body ?? null]));
  for (const entry of entries) for (const table of tablesOf(entry.row, entry.entry?.body ?? null)) partOf(table).entries.push(entry);
  for (const change of waiting)
    for (const table of tablesOf(change.row, change.body ?? bodies.get(nameOf(change.row)) ?? null)) partOf(table).waiting.push(change);
  return parts;

  function partOf(table: string): TableParts {
    const part = parts.get(table) ?? { entries: [], waiting: [] };
    parts.set(table, part);
    return part;
  }
}

function searchedTables({ model }: SourceDraft, byTable: ReadonlyMap<string, TableParts>): Map<string, string> {
  return new Map(
    model.tables.map((table) => {
      const key = tableKey(table).toLowerCase();
      const own = byTable.get(key)?.entries.filter(({ row }) => row.kind === 'table' || row.kind === 'column') ?? [];
      const written = own.flatMap(({ entry }) => Object.values(entry?.body.words ?? {}).flat());
      const columns = table.columns.flatMap(({ name, words }) => [name, ...Object.values(words).flat()]);
      return [key, foldedText([key, table.comment ?? '', ...Object.values(table.words).flat(), ...written, ...columns].join(' '))];
    }),
  );
}
