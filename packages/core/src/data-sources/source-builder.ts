import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError, type DataSourceInput, type Dialect } from '@majed-vanna/contract';
import { buildSampleWarehouse, importFiles, WarehouseError } from '@majed-vanna/warehouse';
import type { StoredUpload, UploadStore } from './upload-store.ts';

/** A database file that a source will be made of. */
export interface BuiltSource {
  readonly dialect: Extract<Dialect, 'duckdb' | 'sqlite'>;
  readonly fileName: string;
}

const DATABASE_FILES = { duckdb: 'data.duckdb', sqlite: 'data.sqlite' } as const;

/**
 * Writes the database file of a source into `folder`, which is made.
 * @throws AppError `not_found` for an upload that is gone, `unreadable_file` with the file's name
 */
export async function buildSource(input: DataSourceInput, folder: string, uploads: Pick<UploadStore, 'resolve'>): Promise<BuiltSource> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (input.kind === 'sample') {
    await buildSampleWarehouse({ path: join(folder, DATABASE_FILES.duckdb) });
    return { dialect: 'duckdb', fileName: DATABASE_FILES.duckdb };
  }
  const files = await Promise.all(input.uploads.map((id) => uploads.resolve(id)));
  const databases = files.filter(isDatabase);
  const [database] = databases;
  if (database && files.length > 1)
    throw new AppError('invalid_input', `A database file is a data source of its own: choose ${database.fileName} alone, or leave it out.`);
  return database ? copyDatabase(database, folder) : importTables(files, folder);
}

function isDatabase(file: StoredUpload): file is StoredUpload & { format: 'sqlite' | 'duckdb' } {
  return file.format === 'sqlite' || file.format === 'duckdb';
}

async function copyDatabase({ format, path }: StoredUpload & { format: 'sqlite' | 'duckdb' }, folder: string): Promise<BuiltSource> {
  await copyFile(path, join(folder, DATABASE_FILES[format]));
  return { dialect: format, fileName: DATABASE_FILES[format] };
}

async function importTables(files: readonly StoredUpload[], folder: string): Promise<BuiltSource> {
  try {
    await importFiles({
      path: join(folder, DATABASE_FILES.duckdb),
      files: files.map(({ path, fileName, format }) => ({ path, fileName, format })),
    });
    return { dialect: 'duckdb', fileName: DATABASE_FILES.duckdb };
  } catch (error) {
    if (error instanceof WarehouseError && error.kind === 'unreadable_file')
      throw new AppError('unreadable_file', error.message, { cause: error });
    throw error;
  }
}
