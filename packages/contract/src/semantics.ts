import { z } from 'zod';
import { numberFormat } from './chart-spec.ts';
import { columnKind } from './schema-snapshot.ts';

/** Words for one thing, per language; the first is the name shown to people, the others are synonyms. */
export const words = z.object({ en: z.array(z.string()).optional(), ar: z.array(z.string()).optional() });

const described = { words, description: z.string().nullable().default(null) };
const presented = { format: numberFormat.nullable().default(null), /** ISO 4217. */ currency: z.string().nullable().default(null) };
const joinEnd = z.object({ /** `schema.table`. */ table: z.string(), columns: z.array(z.string()).min(1) });

export const tableMeaning = z.object({
  ...described,
  /** The column that names a row to a person, e.g. `full_name`; null leaves it to the draft. */
  displayColumn: z.string().nullable().default(null),
  /** What many of its rows are called, where that does not follow from the name: `الطلبات` for `الطلب`. */
  plural: z.object({ en: z.string().optional(), ar: z.string().optional() }).default({}),
});

export const columnMeaning = z.object({
  ...described,
  ...presented,
  /** What a stored value is called, e.g. `{ "C": { "en": ["cancelled"], "ar": ["ملغي"] } }`. */
  values: z.record(z.string(), words).default({}),
});

export const metricMeaning = z.object({
  ...described,
  ...presented,
  /** `schema.table` whose rows are aggregated. */
  table: z.string(),
  /** An aggregate in the source's dialect; `{column}` marks a column of `table`, e.g. `SUM({net_amount})`. */
  expression: z.string(),
  /** A predicate in the same notation; null for none. */
  filter: z.string().nullable().default(null),
  /** Date column that periods apply to: of `table`, or `schema.table.column` reached along joins. */
  dateColumn: z.string().nullable().default(null),
});

/** Something to group and filter by that no column holds as it is, e.g. an age group. */
export const dimensionMeaning = z.object({
  ...described,
  /** `schema.table` whose rows it describes. */
  table: z.string(),
  /** One value per row, no aggregate, in the source's dialect; `{column}` marks a column of `table`. */
  expression: z.string(),
  valueKind: columnKind.extract(['text', 'integer', 'decimal', 'boolean', 'date', 'timestamp']).default('text'),
});

export const joinMeaning = z.object({
  /** The words are the role's: what the far table is called along this join, e.g. `manager`. */
  ...described,
  /** Holds the foreign key. */
  from: joinEnd,
  to: joinEnd,
  cardinality: z.enum(['many_to_one', 'one_to_one']).default('many_to_one'),
  /** The two do not belong together, whatever names and values suggest: the draft's guess is dropped. */
  rejected: z.boolean().default(false),
});

export const glossaryMeaning = z.object({
  ...described,
  /** Rows the term stands for, e.g. "late order"; null when it is only explained. */
  condition: z
    .object({ /** `schema.table`. */ table: z.string(), /** A predicate, `{column}` marks a column of `table`. */ filter: z.string() })
    .nullable()
    .default(null),
});

/** One statement about what the data means. `key` is unique per kind: `schema.table`, `schema.table.column`, or a name of its own. */
export const semanticEntryBody = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('table'), key: z.string(), body: tableMeaning }),
  z.object({ kind: z.literal('column'), key: z.string(), body: columnMeaning }),
  z.object({ kind: z.literal('metric'), key: z.string(), body: metricMeaning }),
  z.object({ kind: z.literal('dimension'), key: z.string(), body: dimensionMeaning }),
  z.object({ kind: z.literal('join'), key: z.string(), body: joinMeaning }),
  z.object({ kind: z.literal('glossary'), key: z.string(), body: glossaryMeaning }),
]);
export type SemanticEntryBody = z.infer<typeof semanticEntryBody>;
export type SemanticEntryKind = SemanticEntryBody['kind'];
export const SEMANTIC_ENTRY_KINDS: readonly SemanticEntryKind[] = semanticEntryBody.options.map(({ shape }) => shape.kind.value);

/** As written in a file, defaults left out. */
export type SemanticEntryInput = z.input<typeof semanticEntryBody>;
