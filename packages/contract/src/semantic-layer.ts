import { z } from 'zod';
import { dataSourceId, semanticChangeId, semanticDocumentId, semanticVersionId, uploadId } from './ids.ts';
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

/** Bytes of a file that can be sent for import or as a document. */
export const MAX_LAYER_FILE_BYTES = 20 * 1024 * 1024;
export const MAX_DOCUMENT_BYTES = 5 * 1024 * 1024;
export const MAX_DOCUMENT_CHARACTERS = 500_000;
const MAX_PAGE_SIZE = 200;
const MAX_LAYER_TEXT = 900_000;

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

const person = z.object({
  /** A user's id, or `system`. */ id: z.string(),
  /** Null when the person is gone. */ name: z.string().nullable(),
});

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

const paged = {
  find: z.string().trim().max(200).optional(),
  state: layerState.optional(),
  page: z.int().min(1).max(100_000).default(1),
  pageSize: z.int().min(1).max(MAX_PAGE_SIZE).default(50),
};
const pageOf = <T extends z.ZodType>(item: T) => z.object({ total: z.int(), page: z.int(), pageSize: z.int(), items: z.array(item) });

const ofSource = { dataSourceId };
export const layerSourceInput = z.object(ofSource);

export const layerTablesInput = z.object({ ...ofSource, ...paged });
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

export const layerEntriesInput = z.object({ ...ofSource, ...paged, kind: semanticEntryKind });
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

function difference<K extends string, B extends z.ZodType>(kind: K, body: B) {
  return z.object({ kind: z.literal(kind), key: z.string(), before: body.nullable(), after: body.nullable() });
}
const differences = [
  difference('table', tableMeaning),
  difference('column', columnMeaning),
  difference('metric', metricMeaning),
  difference('dimension', dimensionMeaning),
  difference('join', joinMeaning),
  difference('glossary', glossaryMeaning),
] as const;
/** One thing before and after; null where it was or will not be there. */
export const layerDifference = z.discriminatedUnion('kind', differences);
export type LayerDifference = z.infer<typeof layerDifference>;

/** A change that waits for its publication, and what it changes. */
export const layerChange = z.object({
  id: semanticChangeId,
  difference: layerDifference,
  origin: changeOrigin,
  author: person,
  updatedAt: z.iso.datetime(),
});
export type LayerChange = z.infer<typeof layerChange>;

export const layerChanges = z.object({
  /** What is published now: say it when publishing. */ semanticVersion: z.int(),
  changes: z.array(layerChange),
});
export type LayerChanges = z.infer<typeof layerChanges>;

export const discardInput = z.object({ ...ofSource, ids: z.array(semanticChangeId).min(1).max(20_000) });

export const publishInput = z.object({
  ...ofSource,
  /** Absent: all that wait. */
  ids: z.array(semanticChangeId).min(1).max(20_000).optional(),
  note: z.string().trim().max(1_000).default(''),
  /** The version that the publisher looked at; `conflict` when another was published since. */
  expectedVersion: z.int().min(0),
});
export type PublishInput = z.output<typeof publishInput>;

export const layerVersionSummary = z.object({
  id: semanticVersionId,
  number: z.int(),
  note: z.string(),
  publishedBy: person,
  publishedAt: z.iso.datetime(),
  changeCount: z.int(),
});
export type LayerVersionSummary = z.infer<typeof layerVersionSummary>;
export const layerVersionsInput = z.object({ ...ofSource, page: paged.page, pageSize: paged.pageSize });
/** Newest first. */
export const layerVersions = pageOf(layerVersionSummary);
export type LayerVersions = z.infer<typeof layerVersions>;
export const layerVersionInput = z.object({ ...ofSource, number: z.int().min(1) });
export const layerVersion = layerVersionSummary.extend({ differences: z.array(layerDifference) });
export type LayerVersion = z.infer<typeof layerVersion>;
export const revertOutput = z.object({ /** Changes that wait now because of it. */ changes: z.int() });

export const layerFile = z.object({ fileName: z.string(), text: z.string() });
export type LayerFile = z.infer<typeof layerFile>;

/** Exactly one of `text` and `uploadId`; larger files are uploaded first with `purpose=text`. */
const content = { text: z.string().max(MAX_LAYER_TEXT).optional(), uploadId: uploadId.optional() };
const oneContent = [
  ({ text, uploadId: id }: { text?: string | undefined; uploadId?: string | undefined }) => (text === undefined) !== (id === undefined),
  { error: 'give either the text or an upload' },
] as const;

export const importYamlInput = z
  .object({
    ...ofSource,
    ...content,
    dryRun: z.boolean(),
    /** Things that the file does not name are removed. */ replace: z.boolean().default(false),
  })
  .refine(...oneContent);
export type ImportYamlInput = z.output<typeof importYamlInput>;
export const importDbtInput = z.object({ ...ofSource, ...content, dryRun: z.boolean() }).refine(...oneContent);
export type ImportDbtInput = z.output<typeof importDbtInput>;

/** What an import would do, or did. With problems it does nothing. */
export const layerImport = z.object({
  differences: z.array(layerDifference),
  problems: z.array(
    z.object({ /** From 1; null where the format has no lines. */ line: z.int().nullable(), path: z.string(), message: z.string() }),
  ),
  /** What is in the file and was left out on purpose, with the reason. */
  notImported: z.array(z.object({ what: z.string(), reason: z.string() })),
  applied: z.boolean(),
});
export type LayerImport = z.infer<typeof layerImport>;

export const layerDocument = z.object({
  id: semanticDocumentId,
  title: z.string(),
  fileName: z.string(),
  mediaType: z.string(),
  characters: z.int(),
  passages: z.int(),
  addedBy: person,
  createdAt: z.iso.datetime(),
});
export type LayerDocument = z.infer<typeof layerDocument>;
export const layerDocumentText = layerDocument.extend({
  /** As the search finds them, in the order of the text. */
  parts: z.array(z.object({ /** The document's title, with the heading that it stands under. */ title: z.string(), text: z.string() })),
  text: z.string(),
});
export type LayerDocumentText = z.infer<typeof layerDocumentText>;
export const documentInput = z.object({ ...ofSource, id: semanticDocumentId });

/** Markdown or plain text as `text`; PDF, and what is longer, as an upload with `purpose=text`. */
export const addDocumentInput = z
  .object({ ...ofSource, ...content, title: z.string().trim().min(1).max(200), fileName: z.string().trim().min(1).max(255) })
  .refine(...oneContent);
export type AddDocumentInput = z.output<typeof addDocumentInput>;

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
