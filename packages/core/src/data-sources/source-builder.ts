import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataSourceInput, Dialect } from '@majed-vanna/contract';
import { buildSampleWarehouse, importFiles } from '@majed-vanna/warehouse';
import { asUnreadable } from './unreadable-file.ts';
import type { UploadStore } from './upload-store.ts';

/** A database file that a source will be made of. */
export interface BuiltSource {
  readonly dialect: Extract<Dialect, 'duckdb' | 'sqlite'>;
  readonly fileName: string;
}

const FILE_NAMES = { duckdb: 'data.duckdb', sqlite: 'data.sqlite' } as const;

/**
 * Writes the database file of a source into `folder`, which is made.
 * @throws AppError `not_found` for an upload that is gone, `unreadable_file` in words for who brought the files
 */
export async function buildSource(input: DataSourceInput, folder: string, uploads: Pick<UploadStore, 'resolve'>): Promise<BuiltSource> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (input.kind === 'sample') {
    await buildSampleWarehouse({ path: join(folder, FILE_NAMES.duckdb) });
    return { dialect: 'duckdb', fileName: FILE_NAMES.duckdb };
  }
  const files = await Promise.all(input.uploads.map((id) => uploads.resolve(id)));
  const target = join(folder, 'data');
  try {
    const { dialect } = await importFiles({ target, files: files.map(({ path, format, fileName }) => ({ path, format, name: fileName })) });
    await rename(target, join(folder, FILE_NAMES[dialect]));
    return { dialect, fileName: FILE_NAMES[dialect] };
  } catch (error) {
    throw asUnreadable(error);
  }
}
