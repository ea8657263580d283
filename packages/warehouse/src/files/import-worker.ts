import { explainDuckDbError } from '../duckdb/duckdb-errors.ts';
import { serveBuilder } from '../engine/serve-builder.ts';
import { WarehouseError } from '../warehouse.ts';
import { adoptDuckDb } from './adopt-duckdb.ts';
import { adoptSqlite } from './adopt-sqlite.ts';
import type { ImportOrder, ImportReport } from './import-order.ts';
import { importTables } from './import-tables.ts';

serveBuilder<ImportOrder, Omit<ImportReport, 'ms'>>(
  async ({ path, files, memoryMb }) => {
    const [first] = files;
    if (first?.format === 'sqlite') return { dialect: 'sqlite', tables: await adoptSqlite(first, path) };
    if (first?.format === 'duckdb') return { dialect: 'duckdb', tables: await adoptDuckDb(first, path, memoryMb) };
    return { dialect: 'duckdb', tables: await importTables(files, path, memoryMb) };
  },
  (error) => (error instanceof WarehouseError ? error : explainDuckDbError(error)),
);
