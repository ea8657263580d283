import {
  type LayerEntries,
  type LayerEntriesInput,
  type LayerState,
  type LayerTable,
  type LayerTableRow,
  type LayerTables,
  type LayerTablesInput,
  type LayerThing,
  layerTable,
  layerThing,
} from '@majed-vanna/contract';
import { joinThings, tableThing, thingOf, writtenThings } from './layer-things.ts';
import type { LayerView } from './layer-view.ts';
import { tableKey } from './schema-index.ts';
import { finds, foldedText } from './text-search.ts';

/** Tables of the source, and those that are gone but still written about. */
export function tableList(view: LayerView, { find, state, page, pageSize }: LayerTablesInput): LayerTables {
  const existing = view.draft.model.tables.map((table) => tableKey(table));
  const known = new Set(existing.map((key) => key.toLowerCase()));
  const gone = [...view.byTable.keys()].filter((key) => !known.has(key));
  const found = [...existing, ...gone].filter((key) => finds(view.searched.get(key.toLowerCase()) ?? foldedText(key), find));
  const rows = found.map((key) => tableRow(view, key)).toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const inState = (wanted: LayerState) => rows.filter((row) => isInState(row, wanted));
  const counts = {
    all: rows.length,
    guess: inState('guess').length,
    confirmed: inState('confirmed').length,
    pending: inState('pending').length,
    stale: inState('stale').length,
  };
  return { ...pageOf(state ? inState(state) : rows, page, pageSize), counts };
}

function tableRow(view: LayerView, key: string): LayerTableRow {
  const table = view.draft.tables.get(key.toLowerCase());
  const parts = view.byTable.get(key.toLowerCase());
  const own = parts?.entries.find(({ row }) => row.kind === 'table');
  const dot = key.indexOf('.');
  const described = parts?.entries.filter(({ row }) => row.kind === 'column').length ?? 0;
  return {
    key,
    schema: table?.schema ?? key.slice(0, dot),
    name: table?.name ?? key.slice(dot + 1),
    words: own?.entry?.body.words ?? { en: [...(table?.words.en ?? [])], ar: [...(table?.words.ar ?? [])] },
    rowEstimate: table?.rowEstimate ?? null,
    columnCount: table?.columns.length ?? 0,
    describedColumns: described,
    origin: own ? (own.row.status === 'imported' ? 'imported' : 'confirmed') : 'guess',
    pending: parts?.waiting.length ?? 0,
    stale: parts?.entries.filter(({ stale }) => stale !== null).length ?? 0,
    exists: table !== undefined,
  };
}

function isInState({ origin, describedColumns, pending, stale }: LayerTableRow, state: LayerState): boolean {
  switch (state) {
    case 'guess':
      return origin === 'guess' && describedColumns === 0;
    case 'confirmed':
      return origin !== 'guess' || describedColumns > 0;
    case 'pending':
      return pending > 0;
    case 'stale':
      return stale > 0;
  }
}

/** One table with everything that is about it; null when the source has no such table. */
export function tableDetails(view: LayerView, key: string): LayerTable | null {
  const found = tableThing(view, key);
  const snapshot = view.draft.index.table(key);
  if (!found || !snapshot) return null;
  const name = tableKey(snapshot);
  const kinds = new Map(snapshot.columns.map((column) => [column.name, column]));
  const about = (kind: 'metric' | 'dimension' | 'glossary') => {
    const parts = view.byTable.get(name.toLowerCase());
    const keys = [...(parts?.entries ?? []), ...(parts?.waiting ?? [])].filter(({ row }) => row.kind === kind).map(({ row }) => row.key);
    return [...new Set(keys)].toSorted().map((of) => thingOf(view, kind, of, null));
  };
  return layerTable.parse({
    key: name,
    schema: snapshot.schema,
    name: snapshot.name,
    tableKind: snapshot.kind,
    comment: snapshot.comment,
    rowEstimate: snapshot.rowEstimate,
    primaryKey: found.model.primaryKey,
    thing: found.thing,
    columns: found.columns.map(({ column, thing }) => ({
      ...kinds.get(column.name),
      isKey: found.model.primaryKey.includes(column.name),
      thing,
    })),
    joins: joinsOf(view, name),
    metrics: about('metric'),
    dimensions: about('dimension'),
    conditions: about('glossary'),
  });
}

type JoinThing = LayerTable['joins'][number];

function joinsOf(view: LayerView, table: string): JoinThing[] {
  return joinThings(view)
    .map((join) => layerThing.parse(join))
    .filter((thing) => thing.kind === 'join')
    .filter((thing) => touches(thing, table));
}

/** Entries of one kind: published, waiting, and for joins the drafted ones. */
export function entryList(view: LayerView, { kind, find, state, page, pageSize }: LayerEntriesInput): LayerEntries {
  const all = (kind === 'join' ? joinThings(view) : writtenThings(view, kind)).map((thing) => layerThing.parse(thing));
  const found = all.filter((thing) => finds(foldedText(searchedText(thing)), find) && (!state || thingIsInState(thing, state)));
  return pageOf(
    found.toSorted((a, b) => (a.key < b.key ? -1 : 1)),
    page,
    pageSize,
  );
}

function touches({ published, draft, change }: JoinThing, table: string): boolean {
  return [published, draft, change?.body].some((body) =>
    [body?.from.table, body?.to.table].some((end) => end?.toLowerCase() === table.toLowerCase()),
  );
}

function searchedText({ key, published, draft, change }: LayerThing): string {
  const bodies = [published, draft, change?.body ?? null];
  return [key, ...bodies.flatMap((body) => [body?.description ?? '', ...Object.values(body?.words ?? {}).flat()])].join(' ');
}

function thingIsInState({ published, change, stale }: LayerThing, state: LayerState): boolean {
  switch (state) {
    case 'guess':
      return published === null && change === null;
    case 'confirmed':
      return published !== null;
    case 'pending':
      return change !== null;
    case 'stale':
      return stale !== null;
  }
}

function pageOf<T>(items: readonly T[], page: number, pageSize: number) {
  return { total: items.length, page, pageSize, items: items.slice((page - 1) * pageSize, page * pageSize) };
}
