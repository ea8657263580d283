import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openWarehouse } from '../open-warehouse.ts';
import { collect } from '../testing/collect.ts';
import { detectFormat } from './detect-format.ts';
import { importFiles } from './import-files.ts';

let folder: string;
let target: string;
let turn = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-'));
});
beforeEach(async () => {
  turn += 1;
  await mkdir(join(folder, String(turn)));
  target = join(folder, String(turn), 'made.db');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function write(name: string, content: string | Uint8Array) {
  const path = join(folder, `${turn}-${name}`);
  await writeFile(path, content);
  return { path, name };
}

/** Imports one file as the user would, and reads the first table back. */
async function roundTrip(name: string, content: string | Uint8Array) {
  const file = await write(name, content);
  const report = await importFiles({ files: [{ ...file, format: await detectFormat(file.path, name) }], target });
  const warehouse = openWarehouse({ dialect: report.dialect, path: target });
  const { rows } = await collect(warehouse, `SELECT * FROM "${report.tables[0]?.name}"`);
  await warehouse.close();
  return { report, rows, columns: report.tables[0]?.columns.map((column) => [column.name, column.kind]) };
}

async function complaint(name: string, content: string | Uint8Array) {
  const failure = await roundTrip(name, content).catch((error: unknown) => error);
  expect(await readdir(join(folder, String(turn)))).toEqual([]);
  return failure;
}

describe('tabular files', () => {
  it('reads CSV with semicolons, decimal commas, a byte order mark and quoted Arabic text', async () => {
    const { rows, columns } = await roundTrip(
      'مبيعات.csv',
      '\uFEFFالاسم;المبلغ;التاريخ\r\n"محمد; علي";12,5;2024-01-02\r\n"سارة ""الأولى""";3,25;2024-02-03\r\n',
    );
    expect(columns).toEqual([
      ['الاسم', 'text'],
      ['المبلغ', 'decimal'],
      ['التاريخ', 'date'],
    ]);
    expect(rows).toEqual([
      ['محمد; علي', 12.5, '2024-01-02'],
      ['سارة "الأولى"', 3.25, '2024-02-03'],
    ]);
  });

  it('reads decimal commas beside dates that are written with points', async () => {
    const { rows } = await roundTrip('umsatz.csv', 'Kunde;Datum;Betrag\nA;31.12.2024;"10,50"\nB;01.02.2025;3,25\n');
    expect(rows).toEqual([
      ['A', '2024-12-31', 10.5],
      ['B', '2025-02-01', 3.25],
    ]);
  });

  it('reads tabs, and line breaks inside quotes', async () => {
    expect((await roundTrip('a.tsv', 'id\tnote\n1\t"one\ntwo"\n2\tthree, four\n')).rows).toEqual([
      [1, 'one\ntwo'],
      [2, 'three, four'],
    ]);
  });

  it('takes a type back when a late row does not fit it', async () => {
    const lines = Array.from({ length: 250_000 }, (_, index) => `${index},${index % 7}`);
    const { columns, report } = await roundTrip('late.csv', `code,n\n${lines.join('\n')}\nX9,1\n`);
    expect(columns).toEqual([
      ['code', 'text'],
      ['n', 'integer'],
    ]);
    expect(report.tables[0]?.rows).toBe(250_001);
  });

  it('reads JSON arrays and JSON lines', async () => {
    expect((await roundTrip('a.json', '[{"a": 1, "b": {"c": 2}}, {"a": 2}]')).rows).toEqual([
      [1, '{"c":2}'],
      [2, null],
    ]);
    await rm(target);
    expect((await roundTrip('b.jsonl', '{"a": 1}\n{"a": 2}\n')).rows).toEqual([[1], [2]]);
  });

  it('makes one database of several files, with a table named after each', async () => {
    const csv = await write('Sales Report (2024).csv', 'a,b\n1,2\n');
    const twin = await write('sales report 2024.csv', 'a,b\n3,4\n');
    const json = await write('order.json', '[{"x": 1}]');
    const parquet = { path: join(folder, 'p.parquet'), name: '2025 figures.parquet' };
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    await connection.run(`COPY (SELECT 7 AS lucky) TO '${parquet.path}'`);
    const files = await Promise.all(
      [csv, twin, json, parquet].map(async (file) => ({ ...file, format: await detectFormat(file.path, file.name) })),
    );
    const { tables } = await importFiles({ files, target });
    expect(tables.map(({ name, rows }) => [name, rows])).toEqual([
      ['sales_report_2024', 1],
      ['sales_report_2024_2', 1],
      ['order_data', 1],
      ['t_2025_figures', 1],
    ]);
  });

  it('takes a hostile file name for a name', async () => {
    const file = await write("x'), read_csv('secret.csv", 'a\n1\n');
    expect((await importFiles({ files: [{ ...file, format: 'csv' }], target })).tables).toMatchObject([
      { name: 'x_read_csv_secret', rows: 1 },
    ]);
  });
});

describe('complaints', () => {
  const cases: readonly (readonly [what: string, name: string, content: string | Uint8Array, expected: object])[] = [
    ['an empty file', 'a.csv', '', { reason: 'file_empty' }],
    ['white space only', 'a.csv', ' \n\n', { reason: 'file_blank' }],
    ['a header without rows', 'a.csv', 'a,b,c\n', { reason: 'file_without_rows' }],
    ['rows of unequal length, with the line', 'a.csv', 'a,b,c\n1,2,3\n4,5\n6,7,8\n', { reason: 'file_uneven_rows', params: { line: 3 } }],
    [
      'a late row of unequal length',
      'a.csv',
      `a,b\n${'1,2\n'.repeat(60_000)}1,2,3\n`,
      { reason: 'file_uneven_rows', params: { line: 60_002 } },
    ],
    ['an unclosed quotation mark, with the line', 'a.csv', 'a,b\n1,"open\n2,3\n', { reason: 'file_open_quote', params: { line: 2 } }],
    ['UTF-16', 'a.csv', Buffer.from('\uFEFFa,b\n1,2\n', 'utf16le'), { reason: 'file_utf16' }],
    [
      'Windows-1256',
      'a.csv',
      Buffer.concat([Buffer.from('name,v\n'), Buffer.from([0xe3, 0xcd, 0xe3, 0xcf]), Buffer.from(',1\n')]),
      { reason: 'file_not_utf8' },
    ],
    [
      'Windows-1256 far down',
      'a.csv',
      Buffer.concat([Buffer.from(`name,v\n${'x,1\n'.repeat(60_000)}`), Buffer.from([0xe3, 0xcd]), Buffer.from(',1\n')]),
      { reason: 'file_not_utf8_from', params: { line: 60_002 } },
    ],
    ['a spreadsheet', 'a.xlsx', 'PK\x03\x04whatever', { reason: 'file_spreadsheet' }],
    ['an archive', 'a.zip', 'PK\x03\x04whatever', { reason: 'file_compressed' }],
    ['a web page', 'a.html', '<html><body>1,2</body></html>', { reason: 'file_unknown_format' }],
    [
      'bytes that are nothing',
      'a.csv',
      Buffer.from(Array.from({ length: 4_000 }, (_, index) => (index * 7_919) % 256)),
      { reason: 'file_unknown_format' },
    ],
    ['broken JSON', 'a.json', '[{"a": 1}, {"a": ', { reason: 'file_not_json_from' }],
    ['a cut Parquet file', 'a.parquet', 'PAR1 and then nothing', { reason: 'file_not_parquet' }],
    [
      'a scrambled database',
      'a.sqlite',
      Buffer.from(Array.from({ length: 9_000 }, (_, index) => (index * 7_919 + 1) % 256)),
      { reason: 'file_no_database' },
    ],
    [
      'a SQLite file that is damaged',
      'a.db',
      Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(5_000, 7)]),
      { reason: 'file_damaged_or_encrypted' },
    ],
    ['a DuckDB file that is damaged', 'a.duckdb', Buffer.concat([Buffer.alloc(8), Buffer.from('DUCK'), Buffer.alloc(20_000, 7)]), {}],
  ];

  it.each(cases)('names %s', async (_what, name, content, expected) => {
    expect(await complaint(name, content)).toMatchObject({
      name: 'UnreadableFileError',
      kind: 'unreadable_file',
      because: { params: { fileName: name }, ...expected },
    });
  });

  it('refuses a database together with other files', async () => {
    const csv = await write('a.csv', 'a\n1\n');
    const files = [
      { ...csv, format: 'csv' as const },
      { path: '/nowhere.db', name: 'b.db', format: 'sqlite' as const },
    ];
    await expect(importFiles({ files, target })).rejects.toMatchObject({ because: { reason: 'file_not_alone' } });
  });

  it('leaves nothing behind when it is cancelled', async () => {
    const csv = await write('a.csv', 'a\n1\n');
    await expect(importFiles({ files: [{ ...csv, format: 'csv' }], target, signal: AbortSignal.abort() })).rejects.toMatchObject({
      kind: 'cancelled',
    });
    expect(await readdir(join(folder, String(turn)))).toEqual([]);
  });
});

describe('databases taken as they are', () => {
  it('copies a SQLite file that is in use in WAL mode, with what only its log holds', async () => {
    const path = join(folder, 'live.db');
    const live = new DatabaseSync(path);
    live.exec('PRAGMA journal_mode = WAL; CREATE TABLE t (a INTEGER); INSERT INTO t VALUES (1), (2)');
    const { dialect, tables } = await importFiles({
      files: [{ path, name: 'live.db', format: await detectFormat(path, 'live.db') }],
      target,
    });
    expect({ dialect, tables }).toMatchObject({ dialect: 'sqlite', tables: [{ name: 't', rows: 2 }] });
    live.close();
    const warehouse = openWarehouse({ dialect: 'sqlite', path: target });
    expect((await collect(warehouse, 'SELECT sum(a) FROM t')).rows).toEqual([[3]]);
    await warehouse.close();
    expect(await readdir(join(folder, String(turn)))).toEqual(['made.db']);
  });

  it('says that a SQLite file is locked', { timeout: 30_000 }, async () => {
    const path = join(folder, 'locked.db');
    const other = new DatabaseSync(path);
    other.exec('CREATE TABLE t (a INTEGER); BEGIN EXCLUSIVE; INSERT INTO t VALUES (1)');
    await expect(importFiles({ files: [{ path, name: 'locked.db', format: 'sqlite' }], target })).rejects.toMatchObject({
      because: { reason: 'file_in_use' },
    });
    other.close();
  });

  it('copies a DuckDB file', async () => {
    const path = join(folder, 'whole.duckdb');
    const instance = await DuckDBInstance.create(path);
    const connection = await instance.connect();
    await connection.run('CREATE SCHEMA s; CREATE TABLE s.t AS SELECT 42 AS a; CREATE VIEW v AS SELECT a FROM s.t');
    connection.closeSync();
    instance.closeSync();
    const { dialect, tables } = await importFiles({
      files: [{ path, name: 'whole.duckdb', format: await detectFormat(path, 'whole.duckdb') }],
      target,
    });
    expect({ dialect, names: tables.map(({ name }) => name) }).toEqual({ dialect: 'duckdb', names: ['v', 't'] });
  });

  it('says that a DuckDB file is in use, or holds no tables', async () => {
    const path = join(folder, 'busy.duckdb');
    const instance = await DuckDBInstance.create(path);
    await expect(importFiles({ files: [{ path, name: 'busy.duckdb', format: 'duckdb' }], target })).rejects.toMatchObject({
      because: { reason: 'file_in_use' },
    });
    instance.closeSync();
    await expect(importFiles({ files: [{ path, name: 'busy.duckdb', format: 'duckdb' }], target })).rejects.toMatchObject({
      because: { reason: 'file_without_tables' },
    });
  });
});
