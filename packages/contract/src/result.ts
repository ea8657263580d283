import { z } from 'zod';
import { numberFormat } from './chart-spec.ts';
import { columnKind } from './schema-snapshot.ts';

/** Numbers beyond 2^53 and exact decimals travel as strings; dates as ISO 8601 text. */
export const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
export type Cell = z.infer<typeof cell>;

export const resultColumn = z.object({
  name: z.string(),
  /** What a person reads on top of the column. */
  label: z.string(),
  kind: columnKind,
  /** How numbers are written; null as they are. */
  format: numberFormat.nullable(),
  /** ISO 4217, when the column holds money of one currency. */
  currency: z.string().nullable(),
  /** What a person reads instead of a stored value, by value, in the language of the answer; absent for none. */
  labels: z.record(z.string(), z.string()).optional(),
});
export type ResultColumn = z.infer<typeof resultColumn>;

/** Rows kept with an answer; further ones are read from the database again. */
export const KEPT_ROWS = 1_000;

/** A piece of a result, from row `offset` (0 is the first) on. */
export const resultPage = z.object({
  columns: z.array(resultColumn),
  rows: z.array(z.array(cell)),
  offset: z.number().int(),
  /** False when rows remain after this page. */
  complete: z.boolean(),
});
export type ResultPage = z.infer<typeof resultPage>;

export const exportFormat = z.enum(['csv', 'xlsx']);
export type ExportFormat = z.infer<typeof exportFormat>;
