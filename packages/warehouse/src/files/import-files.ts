import { because } from '@majed-vanna/contract';
import { buildFile } from '../engine/build-file.ts';
import type { CallOptions } from '../warehouse.ts';
import type { ImportFile, ImportOrder, ImportReport } from './import-order.ts';
import { reviveUnreadableFile, UnreadableFileError } from './unreadable-file-error.ts';

export interface ImportFilesOptions extends CallOptions {
  /** Several tabular files, or one database. */
  readonly files: readonly ImportFile[];
  /** Absolute path of the database file to make; its folder exists. */
  readonly target: string;
}

const IMPORT_DEADLINE_MS = 600_000;
const IMPORT_MEMORY_MB = 1_024;

/**
 * Makes one database file of the files a user brought: CSV, Parquet and JSON become tables of a new DuckDB database, a
 * SQLite or DuckDB file is copied as it is. The target appears whole or not at all.
 * @throws UnreadableFileError in words for the user
 * @throws WarehouseError `deadline`, `cancelled`, `resource`
 */
export async function importFiles({
  files,
  target,
  deadlineMs = IMPORT_DEADLINE_MS,
  ...options
}: ImportFilesOptions): Promise<ImportReport> {
  const started = performance.now();
  const database = files.find(({ format }) => format === 'sqlite' || format === 'duckdb');
  if (database !== undefined && files.length > 1) throw new UnreadableFileError(because('file_not_alone', { fileName: database.name }));
  const order: ImportOrder = { files, memoryMb: IMPORT_MEMORY_MB };
  const worker = new URL('./import-worker.ts', import.meta.url);
  try {
    const report = await buildFile<Omit<ImportReport, 'ms'>>(worker, { target, order, deadlineMs, ...options });
    return { ...report, ms: performance.now() - started };
  } catch (error) {
    throw reviveUnreadableFile(error);
  }
}
