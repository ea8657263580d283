import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { quoteText } from '../engine/quoting.ts';
import { openWarehouse } from '../open-warehouse.ts';
import { collect } from '../testing/collect.ts';
import type { Warehouse } from '../warehouse.ts';

let folder: string;
let warehouse: Warehouse;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "o'clock-"));
  const path = join(folder, 'sales.duckdb');
  await writeFile(join(folder, 'outside.csv'), 'a\n1\n');
  const instance = await DuckDBInstance.create(path);
  const connection = await instance.connect();
  for (const schema of ['sales', 'memory', 'main'])
    await connection.run(
      `CREATE SCHEMA IF NOT EXISTS sales."${schema}"; CREATE TABLE sales."${schema}".place AS SELECT '${schema}' AS name`,
    );
  await connection.run('CREATE VIEW sales.main.by_full_name AS SELECT name FROM sales.sales.place');
  await connection.run(
    `CREATE VIEW sales.main.of_a_file AS FROM read_csv(${quoteText(join(folder, 'outside.csv'))}); CREATE VIEW sales.main.fine AS SELECT name FROM main.place`,
  );
  connection.closeSync();
  instance.closeSync();
  warehouse = openWarehouse({ dialect: 'duckdb', path });
});
afterAll(async () => {
  await warehouse.close();
  await rm(folder, { recursive: true });
});

it.each(['sales', 'memory', 'main'])('reads schema.table where the schema is called %s, in the file sales.duckdb', async (schema) => {
  const sql = `SELECT name FROM "${schema}"."place"`;
  expect((await collect(warehouse, sql)).rows).toEqual([[schema]]);
  expect(await warehouse.readStatement(sql)).toMatchObject({ readOnly: true, tables: [{ schema, table: 'place' }] });
  expect(await warehouse.profileColumns({ columns: [{ schema, table: 'place', column: 'name' }], maxDistinct: 9 })).toMatchObject([
    { schema, table: 'place', values: [schema] },
  ]);
});

it('names schemas as the file does, and leaves out views that cannot be read', async () => {
  const { tables, defaultSchema } = await warehouse.introspect();
  expect(defaultSchema).toBe('main');
  expect(tables.map(({ schema, name }) => `${schema}.${name}`)).toEqual(['main.fine', 'main.place', 'memory.place', 'sales.place']);
});
