import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Cell, DataPolicy } from '@majed-vanna/contract';
import { openWarehouse } from '@majed-vanna/warehouse';
import { checkStatement } from '../check-statement.ts';
import type { GuardVerdict } from '../guard.ts';

export type ShopDialect = 'duckdb' | 'sqlite';

/** A shop's database with rows that may and may not be seen, behind the real connector. */
export interface Shop {
  check(sql: string, policy?: Partial<DataPolicy>): Promise<GuardVerdict>;
  /** Runs any text without the guard. */
  run(sql: string): Promise<Cell[][]>;
  close(): Promise<void>;
}

const TABLES: Readonly<Record<string, readonly string[]>> = {
  stores: ['store_id INTEGER', 'name VARCHAR', 'city VARCHAR', 'opened_on DATE'],
  sales: [
    'sale_id INTEGER',
    'store_id INTEGER',
    'product_id INTEGER',
    'sold_on DATE',
    'quantity INTEGER',
    'amount DECIMAL(10,2)',
    'channel VARCHAR',
    'note VARCHAR',
  ],
  products: ['product_id INTEGER', 'title VARCHAR', 'family VARCHAR', 'price DECIMAL(10,2)', 'details VARCHAR'],
  people: [
    'person_id INTEGER',
    'store_id INTEGER',
    'full_name VARCHAR',
    'phone VARCHAR',
    'salary INTEGER',
    'boss_id INTEGER',
    'hired_on DATE',
  ],
  'Monthly Report': ['"Total Sales (SAR)" INTEGER', '"Order" VARCHAR', '"المدينة" VARCHAR', '"group" VARCHAR'],
  secrets: ['id INTEGER', 'token VARCHAR'],
};

const ROWS: Readonly<Record<string, readonly string[]>> = {
  stores: ["1, 'Olaya', 'Riyadh', '2020-01-01'", "2, 'Corniche', 'Jeddah', '2021-05-01'", "3, 'Forbidden branch', 'Dammam', '2022-01-01'"],
  sales: [
    "1, 1, 10, '2025-01-05', 2, 40.00, 'web', 'gift'",
    "2, 1, 11, '2025-01-20', 1, 15.50, 'store', NULL",
    "3, 2, 10, '2025-02-11', 3, 60.00, 'web', 'it''s urgent'",
    "4, 2, 12, '2025-03-02', 1, 99.90, 'store', 'select * from secrets'",
    "5, 3, 10, '2025-03-09', 9, 999.00, 'web', 'forbidden row'",
  ],
  products: ["10, 'Dates', 'food', 20, '{\"origin\": \"Qassim\"}'", "11, 'Coffee', 'food', 15.5, NULL", "12, 'Lamp', 'home', 99.9, NULL"],
  people: [
    "1, 1, 'Noura', '0551', 9000, NULL, '2020-02-01'",
    "2, 1, 'Salem', '0552', 7000, 1, '2021-02-01'",
    "3, 3, 'Huda', '0553', 8000, 1, '2022-02-01'",
  ],
  'Monthly Report': ["100, 'a', 'الرياض', 'x'", "250, 'b', 'جدة', 'y'"],
  secrets: ["1, 'forbidden token'"],
};

/** Rows of store 3, salaries, phones and secrets must never come out. */
export function shopPolicy(dialect: ShopDialect): DataPolicy {
  const schema = dialect === 'duckdb' ? 'shop' : 'main';
  const columns = (table: string) =>
    (TABLES[table] ?? []).map((column) => /^"([^"]+)"|^\w+/.exec(column)?.[1] ?? column.split(' ')[0] ?? column);
  const open = { masked: [], hidden: [], rowFilter: null };
  return {
    defaultSchema: schema,
    tables: {
      [`${schema}.stores`]: { ...open, columns: columns('stores'), rowFilter: 'store_id <> 3' },
      [`${schema}.sales`]: { ...open, columns: columns('sales'), rowFilter: 'store_id <> 3 -- other regions\n' },
      [`${schema}.products`]: { ...open, columns: columns('products') },
      [`${schema}.people`]: { columns: columns('people'), masked: ['phone'], hidden: ['salary'], rowFilter: 'store_id <> 3' },
      [`${schema}.Monthly Report`]: { ...open, columns: columns('Monthly Report') },
    },
  };
}

/** Protected values that a result holds. */
export function secretsIn(rows: readonly (readonly Cell[])[]): string[] {
  const values = rows.flat().filter((value) => typeof value === 'string' || typeof value === 'number');
  return values.map(String).filter((value) => /forbidden|^055\d$|^Huda$|^[789]000$|^999(\.0+)?$/i.test(value));
}

export async function openShop(dialect: ShopDialect): Promise<Shop> {
  const folder = await mkdtemp(join(tmpdir(), 'sql-guard-'));
  const path = join(folder, 'data.db');
  await (dialect === 'duckdb' ? buildDuckDb(path) : buildSqlite(path));
  const warehouse = openWarehouse({ dialect, path });
  return {
    check: (sql, policy) =>
      checkStatement({ sql, dialect, policy: { ...shopPolicy(dialect), ...policy }, maxRows: 100 }, (text) =>
        warehouse.readStatement(text),
      ),
    run: async (sql) => {
      const rows: Cell[][] = [];
      for await (const event of warehouse.query({ sql, maxRows: 10_000 }))
        if (event.type === 'batch') rows.push(...event.rows.map((row) => [...row]));
      return rows;
    },
    close: async () => {
      await warehouse.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function statementsFor(prefix: string): string[] {
  return Object.entries(TABLES).flatMap(([table, columns]) => [
    `CREATE TABLE ${prefix}"${table}" (${columns.join(', ')})`,
    `INSERT INTO ${prefix}"${table}" VALUES ${(ROWS[table] ?? []).map((row) => `(${row})`).join(', ')}`,
  ]);
}

async function buildDuckDb(path: string) {
  const instance = await DuckDBInstance.create(path);
  const connection = await instance.connect();
  for (const statement of ['CREATE SCHEMA shop', ...statementsFor('shop.'), 'CREATE TABLE keys AS SELECT 1 AS id'])
    await connection.run(statement);
  connection.closeSync();
  instance.closeSync();
}

async function buildSqlite(path: string) {
  const database = new DatabaseSync(path);
  for (const statement of statementsFor('')) database.exec(statement);
  database.close();
}
