import { z } from 'zod';

/** Why a statement was refused: stable, for people, programs and models to act on. */
export const refusalCode = z.enum([
  'empty_statement',
  'too_long',
  'too_deep',
  'forbidden_token',
  'forbidden_comment',
  'several_statements',
  'not_a_query',
  'unparsable',
  'unknown_syntax',
  'unknown_function',
  'table_function',
  'unknown_table',
  'forbidden_table',
  'system_catalog',
  'unknown_column',
  'ambiguous_column',
  'hidden_column',
  'masked_column',
  'shadowed_table',
  'unbounded_recursion',
  'cartesian_product',
  'side_effect',
  'missing_attribute',
  'not_rewritable',
  'parsers_disagree',
  'unsupported_dialect',
]);
export type RefusalCode = z.infer<typeof refusalCode>;

export const refusal = z.object({
  code: refusalCode,
  /** One sentence a person understands. */
  message: z.string(),
  /** The offending name or text, when there is one. */
  offending: z.string().nullable(),
  /** What would be accepted instead, when that can be said. */
  hint: z.string().nullable(),
});
export type Refusal = z.infer<typeof refusal>;

export const columnReference = z.object({ schema: z.string(), table: z.string(), column: z.string() });
export type ColumnReference = z.infer<typeof columnReference>;

/** What a statement reads, base tables and their columns only. */
export const statementLineage = z.object({
  tables: z.array(z.object({ schema: z.string(), table: z.string() })),
  columns: z.array(columnReference),
  /** Per output column, in order: where its value comes from. */
  outputs: z.array(z.object({ name: z.string(), sources: z.array(columnReference) })),
});
export type StatementLineage = z.infer<typeof statementLineage>;

/** What the guard put into the statement. */
export const guardInjections = z.object({
  rowFilters: z.array(z.object({ table: z.string(), predicate: z.string() })),
  masks: z.array(columnReference),
  rowCap: z.object({ maxRows: z.number().int(), action: z.enum(['added', 'clamped', 'kept']) }),
});
export type GuardInjections = z.infer<typeof guardInjections>;
