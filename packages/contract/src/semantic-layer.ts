import { z } from 'zod';
import { semanticChangeId } from './ids.ts';
import { ofSource, paged, pageOf } from './layer-shapes.ts';
import { columnSnapshot } from './schema-snapshot.ts';
import {
  columnMeaning,
  dimensionMeaning,
  glossaryMeaning,
  joinMeaning,
  metricMeaning,
  SEMANTIC_ENTRY_KINDS,
  tableMeaning,
  words,
} from './semantics.ts';

export const semanticEntryKind = z.enum(SEMANTIC_ENTRY_KINDS);

/** Where a statement comes from: the automatic draft, a person, a file, the database's own declaration. */
export const layerOrigin = z.enum(['guess', 'confirmed', 'imported', 'declared']);
export type LayerOrigin = z.infer<typeof layerOrigin>;

/** What a guess rests on. */
export const layerEvidence = z.object({
  basis: z.enum(['name', 'values', 'range', 'declared', 'comment', 'unit', 'currency', 'share', 'pattern']),
  /** Share of the values that agree, 0 to 1; null where nothing was counted. */
  share: z.number().nullable(),
  /** The word or unit that says it, e.g. `kg`; null for none. */
  detail: z.string().nullable(),
});
export type LayerEvidence = z.infer<typeof layerEvidence>;

/** Why an entry is left out: what it names is not in the data any more, or it cannot be read. */
export const staleness = z.object({
  reason: z.enum(['table_gone', 'column_gone', 'type_changed', 'unreadable']),
  /** The table or column, e.g. `main.orders.amount`. */
  subject: z.string(),
  /** Types before and after; null for none. */
  detail: z.string().nullable(),
});
export type Staleness = z.infer<typeof staleness>;

export const changeOrigin = z.enum(['edited', 'confirmed', 'imported', 'reverted']);
export type ChangeOrigin = z.infer<typeof changeOrigin>;

function thing<K extends string, B extends z.ZodType>(kind: K, body: B) {
  return z.object({
    kind: z.literal(kind),
    key: z.string(),
    origin: layerOrigin,
    evidence: z.array(layerEvidence),
    stale: staleness.nullable(),
    /** What holds now; null when nothing was published. */
    published: body.nullable(),
    /** What the automatic draft says; null when it says nothing. */
    draft: body.nullable(),
    /** What is not published yet; its `body` null removes the entry. */
    change: z.object({ id: semanticChangeId, origin: changeOrigin, body: body.nullable() }).nullable(),
    /** Another one as soon as something is published or proposed of it: say it when proposing. */
    stamp: z.string(),
  });
}

const tableThing = thing('table', tableMeaning);
const columnThing = thing('column', columnMeaning);
const metricThing = thing('metric', metricMeaning);
const dimensionThing = thing('dimension', dimensionMeaning);
const joinThing = thing('join', joinMeaning);
const glossaryThing = thing('glossary', glossaryMeaning);

/** One thing of the layer in all its states. */
export const layerThing = z.discriminatedUnion('kind', [tableThing, columnThing, metricThing, dimensionThing, joinThing, glossaryThing]);
export type LayerThing = z.infer<typeof layerThing>;

/** Of a table in the list: `guess` nothing was confirmed, `confirmed` something was, `pending` and `stale` it or a part of it is. */
export const layerState = z.enum(['guess', 'confirmed', 'pending', 'stale']);
export type LayerState = z.infer<typeof layerState>;

export const layerSourceInput = z.object(ofSource);

export const layerTablesInput = z.object({ ...ofSource, ...paged, state: layerState.optional() });
export type LayerTablesInput = z.output<typeof layerTablesInput>;

export const layerTableRow = z.object({
  /** `schema.table`. */
  key: z.string(),
  schema: z.string(),
  name: z.string(),
  words,
  rowEstimate: z.number().nullable(),
  columnCount: z.int(),
  /** Columns that someone described. */
  describedColumns: z.int(),
  origin: layerOrigin,
  /** Changes of it, its columns, joins, metrics, dimensions and conditions that wait. */
  pending: z.int(),
  stale: z.int(),
  /** False when the table is gone and only entries still name it. */
  exists: z.boolean(),
});
export type LayerTableRow = z.infer<typeof layerTableRow>;

export const layerTables = pageOf(layerTableRow).extend({
  /** Over all tables that `find` leaves, whatever `state` is. */
  counts: z.object({ all: z.int(), guess: z.int(), confirmed: z.int(), pending: z.int(), stale: z.int() }),
});
export type LayerTables = z.infer<typeof layerTables>;

export const layerTableInput = z.object({ ...ofSource, key: z.string().max(500) });
export const layerColumn = columnSnapshot.extend({ isKey: z.boolean(), thing: columnThing });
export const layerTable = z.object({
  key: z.string(),
  schema: z.string(),
  name: z.string(),
  tableKind: z.enum(['table', 'view']),
  comment: z.string().nullable(),
  rowEstimate: z.number().nullable(),
  primaryKey: z.array(z.string()),
  thing: tableThing,
  columns: z.array(layerColumn),
  /** From and to this table. */
  joins: z.array(joinThing),
  metrics: z.array(metricThing),
  dimensions: z.array(dimensionThing),
  /** Glossary terms that pick rows of this table. */
  conditions: z.array(glossaryThing),
});
export type LayerTable = z.infer<typeof layerTable>;

export const layerEntriesInput = z.object({ ...ofSource, ...paged, state: layerState.optional(), kind: semanticEntryKind });
export type LayerEntriesInput = z.output<typeof layerEntriesInput>;
export const layerEntries = pageOf(layerThing);
export type LayerEntries = z.infer<typeof layerEntries>;

const key = z.string().trim().min(1).max(500);

/** The thing's `stamp` that its editor saw, empty for a new thing: `conflict` when someone else changed it since. Absent: replaces what waits. */
const seen = z.string().max(100).optional();

/** `body` null removes what is published under the key. Defaults may be left out. */
export const proposeInput = z.discriminatedUnion('kind', [
  z.object({ ...ofSource, kind: z.literal('table'), key, seen, body: tableMeaning.nullable() }),
  z.object({ ...ofSource, kind: z.literal('column'), key, seen, body: columnMeaning.nullable() }),
  z.object({ ...ofSource, kind: z.literal('metric'), key, seen, body: metricMeaning.nullable() }),
  z.object({ ...ofSource, kind: z.literal('dimension'), key, seen, body: dimensionMeaning.nullable() }),
  z.object({ ...ofSource, kind: z.literal('join'), key, seen, body: joinMeaning.nullable() }),
  z.object({ ...ofSource, kind: z.literal('glossary'), key, seen, body: glossaryMeaning.nullable() }),
]);
export type ProposeInput = z.output<typeof proposeInput>;

export const layerThingInput = z.object({ ...ofSource, kind: semanticEntryKind, key });
export type LayerThingInput = z.infer<typeof layerThingInput>;

/** Guesses that were looked at together. */
export const confirmManyInput = z.object({
  ...ofSource,
  things: z
    .array(z.object({ kind: semanticEntryKind, key }))
    .min(1)
    .max(5_000),
});
export type ConfirmManyInput = z.infer<typeof confirmManyInput>;

/** What of all sources waits for an administrator. */
export const layerWaiting = z.object({
  /** Changes that are not published. */ changes: z.int(),
  /** Proposed questions that nobody decided on. */ drafts: z.int(),
});
export type LayerWaitingCounts = z.infer<typeof layerWaiting>;

export const schemaDrift = z.object({
  changed: z.boolean(),
  addedTables: z.array(z.string()),
  removedTables: z.array(z.string()),
  addedColumns: z.array(z.string()),
  removedColumns: z.array(z.string()),
  /** `schema.table.column` with its types. */
  retyped: z.array(z.object({ column: z.string(), before: z.string(), after: z.string() })),
  /** Entries that became stale because of it. */
  stale: z.int(),
});
export type SchemaDrift = z.infer<typeof schemaDrift>;

export const staleEntry = z.object({ kind: semanticEntryKind, key: z.string(), stale: staleness });
export type StaleEntry = z.infer<typeof staleEntry>;
