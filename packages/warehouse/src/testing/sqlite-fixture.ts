import { DatabaseSync } from 'node:sqlite';
import { makeEmbeddedFixture } from './embedded-fixture.ts';
import { COUNTED, CUSTOMERS, type FixtureDialect, type WarehouseFixture } from './warehouse-fixture.ts';

/** The shop in a SQLite file. */
export function makeSqliteFixture(): Promise<WarehouseFixture> {
  return makeEmbeddedFixture('sqlite', DIALECT, async (path) => {
    const database = new DatabaseSync(path);
    database.exec(`
      CREATE TABLE customer (id INTEGER PRIMARY KEY, name TEXT NOT NULL, city TEXT, joined DATE, vip BOOLEAN);
      CREATE TABLE purchase (id INTEGER PRIMARY KEY, customer_id INTEGER REFERENCES customer, amount DECIMAL(10,2), made_at DATETIME, note TEXT);
      CREATE TABLE counting (n INTEGER);
      CREATE VIEW vip_customer AS SELECT id, name FROM customer WHERE vip;
      WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < ${COUNTED}) INSERT INTO counting SELECT n FROM c;
      CREATE TABLE odd (a, flag BOOLEAN, day DATE);
      INSERT INTO odd VALUES (9007199254740993, 1, 'soon'), (x'00ff', 'maybe', '2024-01-01');
    `);
    const insert = database.prepare('INSERT INTO customer VALUES (?, ?, ?, ?, ?)');
    for (const row of CUSTOMERS) insert.run(...row.map((cell) => (typeof cell === 'boolean' ? Number(cell) : cell)));
    database.exec(`INSERT INTO purchase VALUES (1, 1, 19.99, '2024-03-01 10:00:00', 'first'), (2, 1, 0.01, '2024-03-01 10:00:00.500', NULL),
      (3, 2, -5, '2024-03-02 00:00:00', 'refund'), (4, 2, 12345678.90, '2024-12-31 23:59:59', 'large')`);
    database.close();
  });
}

const DIALECT: FixtureDialect = {
  hasComments: false,
  endless: 'WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT count(*) FROM c',
  values: [
    { sql: 'SELECT 42', kind: 'integer', cell: 42 },
    { sql: 'SELECT 9007199254740993', kind: 'integer', cell: '9007199254740993' },
    { sql: 'SELECT sum(n) FROM counting', kind: 'integer', cell: (COUNTED * (COUNTED + 1)) / 2 },
    { sql: 'SELECT avg(n) FROM counting', kind: 'decimal', cell: (COUNTED + 1) / 2 + 0 },
    { sql: 'SELECT vip FROM customer WHERE id = 1', kind: 'boolean', cell: true },
    { sql: 'SELECT vip FROM customer WHERE id = 3', kind: 'boolean', cell: null },
    { sql: "SELECT date('2024-02-29')", kind: 'date', cell: '2024-02-29' },
    { sql: "SELECT datetime('2024-02-29 13:05:06')", kind: 'timestamp', cell: '2024-02-29T13:05:06' },
    { sql: 'SELECT made_at FROM purchase WHERE id = 2', kind: 'timestamp', cell: '2024-03-01T10:00:00.500' },
    { sql: "SELECT strftime('%Y-%m', '2024-02-29')", kind: 'text', cell: '2024-02' },
    { sql: "SELECT x'00ff'", kind: 'binary', cell: '\\x00ff' },
    { sql: 'SELECT NULL', kind: 'text', cell: null },
    { sql: "SELECT 'مرحبا 👋'", kind: 'text', cell: 'مرحبا 👋' },
    { sql: 'SELECT a FROM odd LIMIT 1', kind: 'integer', cell: '9007199254740993' },
    { sql: 'SELECT flag FROM odd ORDER BY flag DESC LIMIT 1', kind: 'text', cell: 'maybe' },
    { sql: 'SELECT day FROM odd ORDER BY rowid LIMIT 1', kind: 'text', cell: 'soon' },
  ],
  errors: [
    { sql: 'SELEC 1', kind: 'syntax' },
    { sql: `SELECT ${'1 + '.repeat(5_000)}1`, kind: 'resource' },
    { sql: `SELECT ${'('.repeat(5_000)}1${')'.repeat(5_000)}`, kind: 'resource' },
    { sql: 'SELECT * FROM nowhere', kind: 'unknown_object' },
    { sql: 'SELECT nickname FROM customer', kind: 'unknown_object' },
    { sql: 'SELECT no_such_function(1)', kind: 'unknown_object' },
    { sql: "SELECT json('{')", kind: 'type' },
    { sql: 'SELECT abs(-9223372036854775808)', kind: 'arithmetic' },
    { sql: 'SELECT length(zeroblob(2000000000))', kind: 'resource' },
    { sql: "SELECT load_extension('x')", kind: 'permission' },
  ],
  forbidden: [
    "INSERT INTO customer VALUES (9, 'x', NULL, NULL, NULL)",
    'WITH x AS (SELECT 1) DELETE FROM customer',
    'DROP VIEW vip_customer',
    'CREATE TABLE mine (a)',
    'CREATE TEMP TABLE customer (a)',
    'CREATE TEMP VIEW mine AS SELECT 1',
    "ATTACH ':memory:' AS other",
    "VACUUM INTO 'copy.db'",
    'PRAGMA journal_mode = WAL',
    'PRAGMA query_only = 0',
    'BEGIN',
    'ANALYZE',
    'REINDEX',
    'EXPLAIN SELECT 1',
    'SELECT 1; SELECT 2',
    "SELECT load_extension('x')",
    "SELECT writefile('x', 'y')",
    'SELECT sql FROM sqlite_schema',
    'SELECT * FROM sqlite_master',
    "SELECT * FROM pragma_table_info('customer')",
    'SELECT * FROM dbstat',
  ],
  notQueries: [
    'DELETE FROM customer',
    'CREATE TABLE mine (a)',
    'PRAGMA table_info(customer)',
    'EXPLAIN SELECT 1',
    "VACUUM INTO 'copy.db'",
    "ATTACH ':memory:' AS other",
  ],
};
