import { z } from 'zod';

/** What one role may read of one table. Columns that are named nowhere are hidden. */
export const tablePolicy = z.object({
  columns: z.array(z.string()),
  /** Columns whose value is masked: they may be selected, and used for nothing else. */
  masked: z.array(z.string()).default([]),
  hidden: z.array(z.string()).default([]),
  /** A predicate in the source's dialect over this table's own columns, put into every reference of the table. */
  rowFilter: z.string().nullable().default(null),
});
export type TablePolicy = z.infer<typeof tablePolicy>;

/** What one actor may read of one data source; tables that are absent may not be read. Keys are `schema.table`. */
export const dataPolicy = z.object({
  defaultSchema: z.string(),
  tables: z.record(z.string(), tablePolicy),
});
export type DataPolicy = z.infer<typeof dataPolicy>;
