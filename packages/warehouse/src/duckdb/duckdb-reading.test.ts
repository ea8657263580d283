import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuckDb } from './duckdb-driver.ts';
import { readDuckDbCatalog, readDuckDbStatement } from './duckdb-reading.ts';

let connection: DuckDBConnection;
beforeAll(async () => {
  connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(
    'CREATE SCHEMA sales; CREATE TABLE item (a INTEGER); CREATE TABLE other (a INTEGER); CREATE TABLE sales.item (a INTEGER)',
  );
});

async function reading(sql: string) {
  const { tables, ...rest } = await readDuckDbStatement(connection, await readDuckDbCatalog(connection), sql);
  return { ...rest, tables: tables.map(({ schema, table }) => `${schema}.${table}`).sort() };
}

describe('reading a DuckDB statement', () => {
  it.each([
    ['FROM item', ['main.item']],
    ['TABLE item', ['main.item']],
    ['SELECT * FROM MAIN.Item', ['main.item']],
    ['SELECT * FROM sales.item', ['sales.item']],
    ['SELECT * FROM memory.item, memory.sales.item', ['main.item', 'sales.item']],
    [
      'SELECT (SELECT max(a) FROM other) FROM item ORDER BY (SELECT 1 FROM sales.item) LIMIT (SELECT 2 FROM item)',
      ['main.item', 'main.other', 'sales.item'],
    ],
    ['VALUES ((SELECT count(*) FROM item))', ['main.item']],
    ['SELECT list_transform([1], lambda x: x + (SELECT max(a) FROM item))', ['main.item']],
    ['SELECT * FROM item, LATERAL (SELECT * FROM other WHERE other.a = item.a)', ['main.item', 'main.other']],
    ['SELECT sum(a) OVER w FROM item WINDOW w AS (PARTITION BY (SELECT 1 FROM other))', ['main.item', 'main.other']],
    ["SELECT * FROM '/etc/passwd'", ['main./etc/passwd']],
    ['SELECT * FROM duckdb_tables', ['main.duckdb_tables']],
    ['SELECT * FROM information_schema.tables', ['information_schema.tables']],
    ['SELECT * FROM system.main.duckdb_tables', ['system.main.duckdb_tables']],
  ])('finds the tables of %s', async (sql, tables) => {
    expect(await reading(sql)).toMatchObject({ statements: 1, readOnly: true, tables });
  });

  it('lets a table expression hide a table only where it is known', async () => {
    expect((await reading('WITH item AS (SELECT * FROM item) SELECT * FROM item')).tables).toEqual(['main.item']);
    expect((await reading('WITH item AS (SELECT * FROM other) SELECT * FROM item')).tables).toEqual(['main.other']);
    expect((await reading('WITH item AS (SELECT 1) SELECT * FROM sales.item')).tables).toEqual(['sales.item']);
    expect((await reading('WITH x AS (SELECT * FROM other), other AS (SELECT 1) SELECT * FROM x')).tables).toEqual(['main.other']);
    expect((await reading('SELECT * FROM (WITH other AS (SELECT 1) SELECT * FROM other) s, other')).tables).toEqual(['main.other']);
    expect((await reading('WITH RECURSIVE item AS (SELECT 1 AS a UNION ALL SELECT a + 1 FROM item) SELECT * FROM item')).tables).toEqual(
      [],
    );
  });

  it('tells functions that read by themselves', async () => {
    expect((await reading("SELECT * FROM query_table('item'), read_csv('x')")).functions).toEqual(['query_table', 'read_csv']);
    expect((await reading('SELECT a + 1, -a FROM item WHERE a BETWEEN 1 AND 2')).functions).toEqual([]);
  });

  it('calls a look at the catalogue no query', async () => {
    for (const sql of ['SHOW TABLES', 'SUMMARIZE item', 'SELECT * FROM (DESCRIBE item)'])
      expect(await reading(sql)).toMatchObject({ readOnly: false });
  });

  it('works where external access is off and the settings are locked', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'reading-'));
    const path = join(folder, 'empty.duckdb');
    (await DuckDBInstance.create(path)).closeSync();
    const driver = await openDuckDb({ path, memoryMb: 256 });
    expect(await driver.readStatement('SELECT 1')).toMatchObject({ statements: 1, readOnly: true });
    await rm(folder, { recursive: true });
  });
});

afterAll(() => connection.closeSync());
