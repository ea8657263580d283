import { z } from 'zod';
import { dialect } from './dialect.ts';

/** What a column holds, whatever the database calls it. */
export const columnKind = z.enum(['text', 'integer', 'decimal', 'boolean', 'date', 'timestamp', 'time', 'binary', 'json', 'other']);
export type ColumnKind = z.infer<typeof columnKind>;

export const columnSnapshot = z.object({
  name: z.string(),
  /** The database's own type name, e.g. `DECIMAL(10,2)`. */
  nativeType: z.string(),
  kind: columnKind,
  nullable: z.boolean(),
  comment: z.string().nullable(),
});
export type ColumnSnapshot = z.infer<typeof columnSnapshot>;

export const foreignKeySnapshot = z.object({
  columns: z.array(z.string()),
  referencedSchema: z.string(),
  referencedTable: z.string(),
  referencedColumns: z.array(z.string()),
});
export type ForeignKeySnapshot = z.infer<typeof foreignKeySnapshot>;

export const tableSnapshot = z.object({
  schema: z.string(),
  name: z.string(),
  kind: z.enum(['table', 'view']),
  comment: z.string().nullable(),
  columns: z.array(columnSnapshot),
  primaryKey: z.array(z.string()),
  foreignKeys: z.array(foreignKeySnapshot),
  /** The database's estimate; null when it has none. */
  rowEstimate: z.number().nullable(),
});
export type TableSnapshot = z.infer<typeof tableSnapshot>;

/** What introspection saw of one data source: only what may be queried, never system catalogues. */
export const schemaSnapshot = z.object({
  dialect,
  defaultSchema: z.string(),
  tables: z.array(tableSnapshot),
  takenAt: z.iso.datetime(),
});
export type SchemaSnapshot = z.infer<typeof schemaSnapshot>;
