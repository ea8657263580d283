import { z } from 'zod';
import { dialect } from './dialect.ts';
import { dataSourceId, uploadId } from './ids.ts';
import { dataToLlm } from './model-profile.ts';
import { cell, resultColumn } from './result.ts';

export const fileFormat = z.enum(['csv', 'parquet', 'json', 'sqlite', 'duckdb']);
export type FileFormat = z.infer<typeof fileFormat>;

/** Where the data is. Files are uploaded first; several tabular files become tables of one source. */
export const dataSourceInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sample') }),
  z.object({ kind: z.literal('files'), name: z.string().trim().min(1).max(100), uploads: z.array(uploadId).min(1).max(50) }),
]);
export type DataSourceInput = z.infer<typeof dataSourceInput>;

/** A file that was sent and not yet made a source of; it is kept for a day. `format` is told by its content. */
export const uploadedFile = z.object({ id: uploadId, fileName: z.string(), format: fileFormat, bytes: z.number().int() });
export type UploadedFile = z.infer<typeof uploadedFile>;

/** A file that is read rather than made a source of: a document, a semantic layer. */
export const uploadedText = uploadedFile.omit({ format: true });
export type UploadedText = z.infer<typeof uploadedText>;

/** A table with its first few rows. */
export const tablePreview = z.object({
  name: z.string(),
  /** Null when the database does not tell without counting. */
  rowCount: z.number().int().nullable(),
  columns: z.array(resultColumn),
  rows: z.array(z.array(cell)),
});
export type TablePreview = z.infer<typeof tablePreview>;

/** What a real connection found. */
export const dataSourceTest = z.object({
  ok: z.literal(true),
  /** How long opening and looking took. */
  ms: z.number(),
  dialect,
  tables: z.array(tablePreview),
  /** First and last day, `YYYY-MM-DD`, of what the largest table with dates is about; null without dates. */
  dateRange: z.object({ from: z.string(), to: z.string() }).nullable(),
});
export type DataSourceTest = z.infer<typeof dataSourceTest>;

export const dataSourceSummary = z.object({
  id: dataSourceId,
  name: z.string(),
  dialect,
  kind: z.enum(['sample', 'files']),
  /** Questions that name no source go to this one. */
  isDefault: z.boolean(),
  dataToLlm,
  createdAt: z.iso.datetime(),
});
export type DataSourceSummary = z.infer<typeof dataSourceSummary>;
