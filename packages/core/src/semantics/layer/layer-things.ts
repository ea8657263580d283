import type { LayerEvidence, LayerOrigin, SemanticEntryKind } from '@majed-vanna/contract';
import type { SemanticJoin } from '@majed-vanna/nlq';
import { draftedColumn, draftedJoin, draftedTable, joinKey } from './draft-bodies.ts';
import { joinEvidence } from './evidence.ts';
import { type LayerView, nameOf } from './layer-view.ts';
import { tableKey } from './schema-index.ts';
import { thingStamp } from './thing-stamp.ts';

interface Draft {
  readonly body: unknown;
  readonly evidence: readonly LayerEvidence[];
  readonly declared?: boolean;
}

/** A thing in all its states; the contract's schema checks that its bodies are those of its kind. */
export function thingOf(view: LayerView, kind: SemanticEntryKind, key: string, draft: Draft | null) {
  const published = view.entries.get(nameOf({ kind, key }));
  const change = view.waiting.get(nameOf({ kind, key }));
  return {
    kind,
    key: published?.row.key ?? change?.row.key ?? key,
    origin: originOf(published?.row.status, draft),
    evidence: published ? [] : [...(draft?.evidence ?? [])],
    stale: published?.stale ?? null,
    published: published?.entry?.body ?? null,
    draft: draft?.body ?? null,
    change: change ? { id: change.row.id, origin: change.row.origin, body: change.body } : null,
    stamp: thingStamp(published?.row, change?.row),
  };
}

/** What a table and each of its columns is, or null where the source has no such table. */
export function tableThing(view: LayerView, key: string) {
  const table = view.draft.tables.get(key.toLowerCase());
  if (!table) return null;
  const name = tableKey(table);
  return {
    model: table,
    thing: thingOf(view, 'table', name, draftedTable(table)),
    columns: table.columns.map((column) => ({ column, thing: thingOf(view, 'column', `${name}.${column.name}`, draftedColumn(column)) })),
  };
}

/** Every join that is drafted, published or waits; an entry takes the place of the draft that has the same ends. */
export function joinThings(view: LayerView) {
  const keys = new Map<string, string>();
  for (const { row, entry } of view.entries.values()) if (entry?.kind === 'join') keys.set(endsOf(entry.body), row.key);
  for (const { row, body } of view.waiting.values())
    if (row.kind === 'join' && body && 'from' in body && !keys.has(endsOf(body))) keys.set(endsOf(body), row.key);
  const drafted = new Map<string, SemanticJoin>();
  for (const join of view.draft.model.joins) {
    const key = keys.get(endsOf(join)) ?? joinKey(join);
    keys.set(endsOf(join), key);
    drafted.set(key.toLowerCase(), join);
  }
  const unread = [...view.entries.values(), ...view.waiting.values()].filter(({ row }) => row.kind === 'join').map(({ row }) => row.key);
  return [...new Map([...keys.values(), ...unread].map((key) => [key.toLowerCase(), key])).values()].map((key) => {
    const join = drafted.get(key.toLowerCase());
    return thingOf(view, 'join', key, join ? draftedJoinThing(view, join) : null);
  });
}

function draftedJoinThing(view: LayerView, join: SemanticJoin): Draft {
  return {
    body: draftedJoin(join),
    evidence: joinEvidence(join, view.profileOf, view.overlaps.get(joinKey(join)) ?? null),
    declared: join.origin === 'declared',
  };
}

/** Everything of a kind that is published or waits. */
export function writtenThings(view: LayerView, kind: SemanticEntryKind) {
  const keys = [...view.entries.values(), ...view.waiting.values()].filter(({ row }) => row.kind === kind).map(({ row }) => row.key);
  return [...new Map(keys.map((key) => [key.toLowerCase(), key])).values()].map((key) =>
    thingOf(view, kind, key, draftOf(view, kind, key)),
  );
}

/** What the draft says of one thing; null when it says nothing. */
export function draftOf(view: LayerView, kind: SemanticEntryKind, key: string): Draft | null {
  const { model, index, tables } = view.draft;
  if (kind === 'table') {
    const table = tables.get(key.toLowerCase());
    return table ? draftedTable(table) : null;
  }
  if (kind === 'column') {
    const found = index.column(key);
    const column = found && tables.get(tableKey(found.table).toLowerCase())?.columns.find(({ name }) => name === found.column.name);
    return column ? draftedColumn(column) : null;
  }
  if (kind !== 'join') return null;
  const join = model.joins.find((candidate) => joinKey(candidate).toLowerCase() === key.toLowerCase());
  return join ? draftedJoinThing(view, join) : null;
}

function originOf(status: string | undefined, draft: Draft | null): LayerOrigin {
  if (status !== undefined) return status === 'imported' ? 'imported' : 'confirmed';
  return draft?.declared ? 'declared' : 'guess';
}

type Ends = Pick<SemanticJoin, 'from' | 'to'>;
const endsOf = ({ from, to }: Ends) => joinKey({ from, to }).toLowerCase();
