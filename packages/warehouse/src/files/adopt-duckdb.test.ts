import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, onTestFinished, test } from 'vitest';
import { openWarehouse } from '../open-warehouse.ts';
import { collect } from '../testing/collect.ts';
import { importFiles } from './import-files.ts';

test('macros of a file do not stand in for the functions of the database', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'adopt-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, 'brought.duckdb');
  const instance = await DuckDBInstance.create(path);
  const connection = await instance.connect();
  for (const statement of [
    "CREATE TABLE visits AS SELECT 'A' AS branch, 5 AS visitors",
    "CREATE TABLE hidden AS SELECT 'hidden' AS token",
    'CREATE MACRO lower(x) AS (SELECT max(token) FROM hidden)',
    'CREATE MACRO sum(x) AS 666',
    'CREATE MACRO range(x) AS TABLE SELECT token FROM hidden',
    "CREATE MACRO duckdb_functions() AS TABLE SELECT 'main' AS schema_name WHERE false",
  ])
    await connection.run(statement);
  connection.closeSync();
  instance.closeSync();
  const target = join(folder, 'made.duckdb');
  await importFiles({ files: [{ path, name: 'brought.duckdb', format: 'duckdb' }], target });
  const warehouse = openWarehouse({ dialect: 'duckdb', path: target });
  try {
    expect((await collect(warehouse, 'SELECT lower(branch), sum(visitors) FROM visits GROUP BY branch')).rows).toEqual([['a', 5]]);
    expect((await collect(warehouse, 'SELECT range FROM range(2)')).rows).toEqual([[0], [1]]);
  } finally {
    await warehouse.close();
  }
});
