import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Dialect, Refusal } from '@majed-vanna/contract';
import { checkStatement, policyFromSnapshot } from '@majed-vanna/sql';
import { openWarehouse, WarehouseError, type WarehouseErrorKind } from '@majed-vanna/warehouse';
import { makeDuckDbFixture, makeSqliteFixture, type WarehouseFixture } from '@majed-vanna/warehouse/testing';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { guardStatement } from '../answer/guard-statement.ts';
import { isDatabaseFault } from '../resilience/database-fault.ts';
import { DATABASE_PROBLEMS, type DatabaseErrorCode } from './database-problem.ts';
import { explainDatabaseError } from './explain-database-error.ts';
import { explainRefusal } from './explain-refusal.ts';
import { readableTables } from './rewrite/failed-statement.ts';

type Provoked = readonly [sql: string, code: DatabaseErrorCode];

const DUCKDB: readonly Provoked[] = [
  ['SELECT nmae FROM customer', 'unknown_column'],
  ['SELECT c.nmae FROM customer c', 'unknown_column'],
  ['SELECT x.name FROM customer c', 'unknown_alias'],
  ['SELECT * FROM custmer', 'unknown_table'],
  ['SELECT * FROM main2.customer', 'unknown_table'],
  ['SELECT id FROM customer c JOIN purchase p ON c.id = p.customer_id', 'ambiguous_column'],
  ['SELECT * FROM customer, customer', 'unknown_alias'],
  ['SELECT city, count(*) FROM customer', 'not_grouped'],
  ["SELECT city FROM customer GROUP BY city HAVING name = 'x'", 'not_grouped'],
  ['SELECT city FROM customer WHERE count(*) > 1', 'misplaced_aggregate'],
  ['SELECT sum(count(*)) FROM customer', 'nested_aggregate'],
  ['SELECT id FROM customer WHERE row_number() OVER () = 1', 'misplaced_window'],
  ['SELECT no_such(1)', 'unknown_function'],
  ['SELECT sum(name) FROM customer', 'wrong_arguments'],
  ["SELECT strftime('%Y', name) FROM customer", 'wrong_arguments'],
  ['SELECT * FROM purchase WHERE note > 5', 'type_mismatch'],
  ['SELECT id FROM customer UNION SELECT joined FROM customer', 'type_mismatch'],
  ["SELECT * FROM customer WHERE id = 'abc'", 'conversion'],
  ['SELECT CAST(name AS INTEGER) FROM customer', 'conversion'],
  ["SELECT * FROM customer WHERE joined = 'foo'", 'bad_date'],
  ["SELECT DATE '2024-13-01'", 'bad_date'],
  ['SELECT make_date(2024, 13, 40)', 'bad_date'],
  ["SELECT strptime(name, '%Y-%m-%d') FROM customer", 'bad_date'],
  ["SELECT date_trunc('mnth', joined) FROM customer", 'date_part'],
  ["SELECT regexp_matches(name, '(') FROM customer", 'bad_pattern'],
  ["SELECT CAST('{' AS JSON)", 'bad_json'],
  ['SELECT (SELECT id, name FROM customer)', 'subquery_columns'],
  ['SELECT * FROM customer WHERE id = (SELECT id FROM customer)', 'subquery_rows'],
  ['SELECT id FROM customer UNION SELECT id, name FROM customer', 'set_width'],
  ['SELECT id, name FROM customer ORDER BY 5', 'order_position'],
  ['SELECT * FROM customer LIMIT 5, 10', 'row_limit'],
  ['SELECT a FROM customer t(a, b, c, d, e, f)', 'column_list'],
  ['SELECT sqrt(-1)', 'out_of_range'],
  ['SELECT 9223372036854775807::BIGINT + n FROM counting', 'overflow'],
  ['SELEC 1', 'syntax_error'],
  ["SELECT 'abc", 'syntax_error'],
  [`SELECT ${'1 + '.repeat(5_000)}1`, 'too_complex'],
  ["SELECT repeat('x', 20000000)", 'too_large'],
  ['SELECT list(a.n + b.n) FROM counting a, counting b', 'out_of_memory'],
  ["SELECT * FROM read_text('/etc/hostname')", 'not_permitted'],
];

const SQLITE: readonly Provoked[] = [
  ['SELECT nmae FROM customer', 'unknown_column'],
  ['SELECT c.nmae FROM customer c', 'unknown_column'],
  ['SELECT "Riyadh" FROM customer', 'unknown_column'],
  ['SELECT * FROM custmer', 'unknown_table'],
  ['SELECT * FROM main2.customer', 'unknown_table'],
  ['SELECT id FROM customer c JOIN purchase p ON c.id = p.customer_id', 'ambiguous_column'],
  ['SELECT city FROM customer WHERE count(*) > 1', 'misplaced_aggregate'],
  ['SELECT sum(count(*)) FROM customer', 'misplaced_aggregate'],
  ['SELECT id FROM customer WHERE row_number() OVER () = 1', 'misplaced_window'],
  ['SELECT no_such(1)', 'unknown_function'],
  ['SELECT length(1, 2)', 'wrong_arguments'],
  ['SELECT (SELECT id, name FROM customer)', 'subquery_columns'],
  ['SELECT id FROM customer UNION SELECT id, name FROM customer', 'set_width'],
  ['SELECT id, name FROM customer ORDER BY 5', 'order_position'],
  ["SELECT json('{')", 'bad_json'],
  ['SELECT abs(-9223372036854775808)', 'overflow'],
  ['SELECT median(name) FROM customer', 'conversion'],
  ['SELEC 1', 'syntax_error'],
  ["SELECT 'abc", 'syntax_error'],
  ['SELECT ( 1', 'syntax_error'],
  ['SELECT length(zeroblob(2000000000))', 'too_large'],
  ["SELECT load_extension('x')", 'not_permitted'],
];

/** Statements as they come from people and models that know other databases, with what they are made into. */
const REPAIRED: Readonly<Record<'duckdb' | 'sqlite', readonly (readonly [string, string])[]>> = {
  duckdb: [
    ['SELECT nmae FROM customer', 'SELECT name FROM customer'],
    ['SELECT c.Citty FROM customer c WHERE c.citty IS NOT NULL', 'SELECT c.city FROM customer c WHERE c.city IS NOT NULL'],
    ['SELECT customerid FROM purchase', 'SELECT customer_id FROM purchase'],
    ['SELECT * FROM custmer', 'SELECT * FROM customer'],
    ['SELECT count(*) FROM customers', 'SELECT count(*) FROM customer'],
    ['SELECT customer.name FROM customer c', 'SELECT c.name FROM customer c'],
    ['SELECT city, count(*) AS n FROM customer ORDER BY n', 'SELECT city, count(*) AS n FROM customer GROUP BY city ORDER BY n'],
    [
      "SELECT date_trunc('month', joined) AS m, city, count(*) FROM customer GROUP BY city LIMIT 3",
      "SELECT date_trunc('month', joined) AS m, city, count(*) FROM customer GROUP BY city, date_trunc('month', joined) LIMIT 3",
    ],
    ['SELECT * FROM purchase WHERE note = 5', "SELECT * FROM purchase WHERE note = '5'"],
    ['SELECT upper(id) FROM customer', 'SELECT upper(CAST(id AS VARCHAR)) FROM customer'],
    ['SELECT TOP 2 name FROM customer', 'SELECT name FROM customer LIMIT 2'],
    ["SELECT TOP 2 nvl(city, '-') FROM customer", "SELECT coalesce(city, '-') FROM customer LIMIT 2"],
    ['SELECT name FROM customer LIMIT 1, 2', 'SELECT name FROM customer LIMIT 2 OFFSET 1'],
    ['SELECT name FROM customer WHERE vip AND ROWNUM <= 2', 'SELECT name FROM customer WHERE vip LIMIT 2'],
    ["SELECT nvl(note, 'none') FROM purchase", "SELECT coalesce(note, 'none') FROM purchase"],
    ["SELECT to_char(joined, 'YYYY-MM') FROM customer", "SELECT strftime(joined, '%Y-%m') FROM customer"],
    ["SELECT date_format(joined, '%Y/%i') FROM customer", "SELECT strftime(joined, '%Y/%M') FROM customer"],
    ['SELECT isnull(iif(vip, 1, 0), 2) FROM customer', 'SELECT coalesce(CASE WHEN vip THEN 1 ELSE 0 END, 2) FROM customer'],
  ],
  sqlite: [
    ['SELECT nmae FROM customer', 'SELECT name FROM customer'],
    ['SELECT customer.name FROM customer c', 'SELECT c.name FROM customer c'],
    ['SELECT * FROM custmer', 'SELECT * FROM customer'],
    ["SELECT nvl(note, 'none') FROM purchase", "SELECT ifnull(note, 'none') FROM purchase"],
    ["SELECT date_trunc('month', joined) FROM customer", "SELECT strftime('%Y-%m-01', joined) FROM customer"],
    ["SELECT date_part('year', joined) FROM customer", "SELECT CAST(strftime('%Y', joined) AS INTEGER) FROM customer"],
    ['SELECT extract(month FROM joined) FROM customer', "SELECT CAST(strftime('%m', joined) AS INTEGER) FROM customer"],
    ["SELECT to_char(joined, 'YYYY-MM') FROM customer", "SELECT strftime('%Y-%m', joined) FROM customer"],
    [
      'SELECT year(joined), left(name, 3) FROM customer',
      "SELECT CAST(strftime('%Y', joined) AS INTEGER), substr(name, 1, 3) FROM customer",
    ],
    ["SELECT name FROM customer WHERE name ILIKE 'a%'", "SELECT name FROM customer WHERE name LIKE 'a%'"],
    ["SELECT name FROM customer WHERE joined > DATE '2024-02-01'", "SELECT name FROM customer WHERE joined >  '2024-02-01'"],
    ['SELECT TOP 2 name FROM customer', 'SELECT name FROM customer LIMIT 2'],
    ['SELECT name FROM customer FETCH FIRST 2 ROWS ONLY', 'SELECT name FROM customer LIMIT 2'],
  ],
};

/** Where a guess could change what is asked, there is a hint and no rewrite. */
const UNCLEAR: readonly string[] = [
  'SELECT max_amount FROM purchase',
  'SELECT date FROM customer',
  'SELECT sum(amount) / total FROM purchase',
  'SELECT city FROM customer WHERE count(*) > 1',
  'SELECT id FROM customer c JOIN purchase p ON c.id = p.customer_id',
  'SELECT * FROM counters',
];

describe.each([
  ['duckdb', makeDuckDbFixture, DUCKDB],
  ['sqlite', makeSqliteFixture, SQLITE],
] as const)('%s', (dialect, make, provoked) => {
  let fixture: WarehouseFixture;
  beforeAll(async () => {
    fixture = await make();
  });
  afterAll(() => fixture[Symbol.asyncDispose]());

  it.each(provoked)('reads what %s fails with', async (sql, code) => {
    const error = await failureOf(fixture, sql);
    expect(error).toBeInstanceOf(WarehouseError);
    expect(explainDatabaseError(error, dialect)).toMatchObject({ code, countsForBreaker: false });
    expect(isDatabaseFault(error, dialect)).toBe(false);
  });

  it.each(REPAIRED[dialect])('makes %s run', async (sql, expected) => {
    expect(await repairedBy(fixture, dialect, sql)).toEqual(expected);
    expect(await outcomeOf(fixture, dialect, expected)).toBe('ran');
  });

  it.each(UNCLEAR)('does not guess at %s', async (sql) => {
    expect(await repairedBy(fixture, dialect, sql)).toBeNull();
  });

  it('tells a stopped statement from a failing one', async () => {
    const stop = new AbortController();
    const running = failureOf(fixture, fixture.dialect.endless, { signal: stop.signal });
    await fixture.untilEndless(1);
    stop.abort();
    expect(explainDatabaseError(await running, dialect)).toMatchObject({ code: 'cancelled', fault: 'caller', repair: { kind: 'none' } });
    const late = await failureOf(fixture, fixture.dialect.endless, { deadlineMs: 50 });
    expect(explainDatabaseError(late, dialect)).toMatchObject({ code: 'deadline', fault: 'caller', errorCode: 'deadline_exceeded' });
  });
});

describe('every dialect', () => {
  it.each(['duckdb', 'sqlite'] as const)('a file of %s that is missing or damaged is the database’s own fault', async (dialect) => {
    const folder = await mkdtemp(join(tmpdir(), 'database-errors-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    await writeFile(join(folder, 'damaged'), 'this is no database at all '.repeat(400));
    for (const [name, code] of [
      ['missing', 'file_missing'],
      ['damaged', 'file_unreadable'],
    ] as const) {
      const warehouse = openWarehouse({ dialect, path: join(folder, name) });
      const error = await failureOf({ warehouse }, 'SELECT count(*) FROM anything');
      expect(explainDatabaseError(error, dialect)).toMatchObject({
        code,
        fault: 'database',
        countsForBreaker: true,
        repair: { kind: 'none' },
      });
      await warehouse.close();
    }
  });

  it.each<[WarehouseErrorKind, string, DatabaseErrorCode, boolean]>([
    ['connection', 'the engine ended', 'no_answer', true],
    ['connection', 'IO Error: Could not set lock on file: Conflicting lock is held', 'locked', true],
    ['connection', 'IO Error: Cannot open database "x" in read-only mode: database does not exist', 'file_missing', true],
    ['unreadable_file', 'the file is gone', 'file_unreadable', true],
    ['resource', 'IO Error: Could not write: No space left on device', 'disk_full', false],
    ['deadline', 'Parser Error: SELECT was too slow', 'deadline', false],
    ['other', 'something new', 'unknown', false],
  ])('a %s failure (%s) is %s', (kind, message, code, counts) => {
    expect(explainDatabaseError(new WarehouseError(kind, message), 'duckdb')).toMatchObject({ code, countsForBreaker: counts });
  });

  it('a database without a table of messages is judged by the kind', () => {
    expect(explainDatabaseError(new WarehouseError('syntax', 'ORA-00933'), 'oracle')).toMatchObject({ code: 'syntax_error' });
    expect(explainDatabaseError(new TypeError('x'), 'duckdb')).toMatchObject({ code: 'unknown', countsForBreaker: false });
  });

  it('what people are told is short, in both languages, and quotes nothing', () => {
    for (const { words } of Object.values(DATABASE_PROBLEMS)) {
      for (const text of [words.en, words.ar]) {
        expect(text.length).toBeLessThan(140);
        expect(text).not.toMatch(/[{}"'`]|SELECT/);
      }
      expect(words.ar).toMatch(/\p{Script=Arabic}/u);
    }
  });

  it('a refusal for what a statement may do is not worded away', () => {
    const refusal: Refusal = { code: 'hidden_column', message: '', offending: 'name', hint: 'Leave it out.' };
    expect(explainRefusal(refusal, 'duckdb', { sql: 'SELECT name FROM customer', tables: [] }).repair).toEqual({ kind: 'none' });
  });
});

async function failureOf(
  { warehouse }: Pick<WarehouseFixture, 'warehouse'>,
  sql: string,
  call: { signal?: AbortSignal; deadlineMs?: number } = {},
): Promise<unknown> {
  try {
    for await (const _ of warehouse.query({ sql, maxRows: 10, deadlineMs: 60_000, ...call }));
    return null;
  } catch (error) {
    return error;
  }
}

/** The rewrite that a statement is given after it was refused or has failed; null for none. */
async function repairedBy(fixture: WarehouseFixture, dialect: Dialect, sql: string): Promise<string | null> {
  const outcome = await outcomeOf(fixture, dialect, sql);
  if (outcome === 'ran') return null;
  const snapshot = await fixture.warehouse.introspect();
  const statement = { sql, tables: readableTables(snapshot, policyFromSnapshot(snapshot)) };
  const repair =
    'verdict' in outcome
      ? explainRefusal(outcome.verdict, dialect, statement).repair
      : explainDatabaseError(outcome.error, dialect, statement).repair;
  return repair.kind === 'rewrite' ? repair.sql : null;
}

async function outcomeOf(
  fixture: WarehouseFixture,
  dialect: Dialect,
  sql: string,
): Promise<'ran' | { verdict: Refusal } | { error: unknown }> {
  const policy = policyFromSnapshot(await fixture.warehouse.introspect());
  const verdict = await guardStatement(checkStatement, fixture.warehouse, { sql, policy, maxRows: 10 });
  if (verdict.verdict === 'deny') return { verdict: verdict.refusal };
  expect(fixture.warehouse.dialect).toBe(dialect);
  const error = await failureOf(fixture, verdict.sql);
  return error === null ? 'ran' : { error };
}
