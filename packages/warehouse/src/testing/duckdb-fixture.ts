import { DuckDBInstance } from '@duckdb/node-api';
import { makeEmbeddedFixture } from './embedded-fixture.ts';
import { COUNTED, CUSTOMERS, type FixtureDialect, type WarehouseFixture } from './warehouse-fixture.ts';

/** The shop in a DuckDB file. */
export function makeDuckDbFixture(): Promise<WarehouseFixture> {
  return makeEmbeddedFixture('duckdb', DIALECT, async (path) => {
    const instance = await DuckDBInstance.create(path);
    const connection = await instance.connect();
    await connection.run(`
      CREATE TABLE customer (id INTEGER PRIMARY KEY, name VARCHAR NOT NULL, city VARCHAR, joined DATE, vip BOOLEAN);
      CREATE TABLE purchase (id INTEGER PRIMARY KEY, customer_id INTEGER REFERENCES customer (id), amount DECIMAL(10,2), made_at TIMESTAMP, note VARCHAR);
      CREATE TABLE counting AS SELECT range + 1 AS n FROM range(${COUNTED});
      CREATE VIEW vip_customer AS SELECT id, name FROM customer WHERE vip;
      COMMENT ON TABLE customer IS 'People who buy';
      COMMENT ON COLUMN customer.city IS 'Where they live';
      INSERT INTO purchase SELECT NULL, NULL, NULL, NULL, NULL WHERE false;
    `);
    for (const row of CUSTOMERS) await connection.run('INSERT INTO customer VALUES ($1, $2, $3, $4::DATE, $5)', [...row]);
    await connection.run(`INSERT INTO purchase VALUES (1, 1, 19.99, '2024-03-01 10:00:00', 'first'), (2, 1, 0.01, '2024-03-01 10:00:00.5', NULL),
      (3, 2, -5, '2024-03-02 00:00:00', 'refund'), (4, 2, 12345678.90, '2024-12-31 23:59:59', 'large')`);
    connection.closeSync();
    instance.closeSync();
  });
}

const DIALECT: FixtureDialect = {
  hasComments: true,
  endless: 'SELECT count(*) FROM range(10000000000) a, range(10000000000) b WHERE a.range + b.range = 7',
  values: [
    { sql: 'SELECT 42::TINYINT', kind: 'integer', cell: 42 },
    { sql: 'SELECT 9007199254740991::BIGINT', kind: 'integer', cell: 9_007_199_254_740_991 },
    { sql: 'SELECT 9007199254740993::BIGINT', kind: 'integer', cell: '9007199254740993' },
    {
      sql: 'SELECT (-170141183460469231731687303715884105728)::HUGEINT',
      kind: 'integer',
      cell: '-170141183460469231731687303715884105728',
    },
    { sql: 'SELECT sum(n) FROM counting', kind: 'integer', cell: (COUNTED * (COUNTED + 1)) / 2 },
    { sql: 'SELECT 1234.50::DECIMAL(10,2)', kind: 'decimal', cell: 1234.5 },
    { sql: 'SELECT 0.1::DECIMAL(38,1) + 0.2', kind: 'decimal', cell: 0.3 },
    { sql: "SELECT '12345678901234567890.12'::DECIMAL(38,2)", kind: 'decimal', cell: '12345678901234567890.12' },
    { sql: "SELECT '-0.0000000000000000000001'::DECIMAL(38,22)", kind: 'decimal', cell: -1e-22 },
    { sql: 'SELECT 0.1::FLOAT', kind: 'decimal', cell: 0.1 },
    { sql: 'SELECT 0.1::DOUBLE + 0.2::DOUBLE', kind: 'decimal', cell: 0.30000000000000004 },
    { sql: "SELECT 'NaN'::DOUBLE", kind: 'decimal', cell: 'NaN' },
    { sql: "SELECT '-inf'::DOUBLE", kind: 'decimal', cell: '-Infinity' },
    { sql: 'SELECT true', kind: 'boolean', cell: true },
    { sql: "SELECT DATE '2024-02-29'", kind: 'date', cell: '2024-02-29' },
    { sql: "SELECT DATE '0001-01-01'", kind: 'date', cell: '0001-01-01' },
    { sql: "SELECT 'infinity'::DATE", kind: 'date', cell: 'infinity' },
    { sql: "SELECT TIMESTAMP '2024-02-29 13:05:06'", kind: 'timestamp', cell: '2024-02-29T13:05:06' },
    { sql: "SELECT TIMESTAMP '1969-12-31 23:59:59.25'", kind: 'timestamp', cell: '1969-12-31T23:59:59.250' },
    { sql: "SELECT TIMESTAMP_NS '2024-02-29 00:00:00.000000001'", kind: 'timestamp', cell: '2024-02-29T00:00:00.000000001' },
    { sql: "SELECT TIMESTAMPTZ '2024-02-29 13:05:06+03'", kind: 'timestamp', cell: '2024-02-29T10:05:06Z' },
    { sql: "SELECT TIME '13:05:06'", kind: 'time', cell: '13:05:06' },
    { sql: "SELECT INTERVAL '1 year 2 days'", kind: 'other', cell: '1 year 2 days' },
    { sql: "SELECT '\\x00\\xFF'::BLOB", kind: 'binary', cell: '\\x00ff' },
    { sql: "SELECT UUID '12345678-1234-5678-1234-567812345678'", kind: 'text', cell: '12345678-1234-5678-1234-567812345678' },
    { sql: "SELECT 'b'::ENUM('a', 'b')", kind: 'text', cell: 'b' },
    { sql: "SELECT '0101'::BIT", kind: 'text', cell: '0101' },
    { sql: 'SELECT [1, NULL, 3]', kind: 'json', cell: '[1,null,3]' },
    { sql: "SELECT {'a': 1.50::DECIMAL(5,2), 'b': [DATE '2024-01-01']}", kind: 'json', cell: '{"a":1.5,"b":["2024-01-01"]}' },
    { sql: "SELECT MAP {'k': true}", kind: 'json', cell: '{"k":true}' },
    { sql: 'SELECT union_value(num := 7)', kind: 'json', cell: 7 },
    { sql: `SELECT '{"a": 1}'::JSON`, kind: 'json', cell: '{"a": 1}' },
    { sql: 'SELECT NULL', kind: 'integer', cell: null },
    { sql: "SELECT 'مرحبا \u{1F44B}'", kind: 'text', cell: 'مرحبا 👋' },
  ],
  errors: [
    { sql: 'SELEC 1', kind: 'syntax' },
    { sql: `SELECT ${'1 + '.repeat(5_000)}1`, kind: 'resource' },
    { sql: 'SELECT city, count(*) FROM customer', kind: 'syntax' },
    { sql: 'SELECT * FROM nowhere', kind: 'unknown_object' },
    { sql: 'SELECT nickname FROM customer', kind: 'unknown_object' },
    { sql: 'SELECT no_such_function(1)', kind: 'unknown_object' },
    { sql: 'SELECT CAST(name AS INTEGER) FROM customer', kind: 'type' },
    { sql: 'SELECT 9223372036854775807::BIGINT + n FROM counting', kind: 'arithmetic' },
    { sql: "SELECT * FROM read_text('/etc/hostname')", kind: 'permission' },
    { sql: "SELECT repeat('x', 20000000)", kind: 'resource' },
    { sql: "SELECT repeat('x', 2000000) FROM range(200)", kind: 'resource' },
    { sql: 'SELECT list(a.n + b.n) FROM counting a, counting b', kind: 'resource' },
  ],
  forbidden: [
    "INSERT INTO customer VALUES (9, 'x', NULL, NULL, NULL)",
    'DELETE FROM customer',
    'DROP VIEW vip_customer',
    'CREATE TABLE mine (a INTEGER)',
    'CREATE TEMP TABLE customer (a INTEGER)',
    'CREATE TEMP MACRO upper(x) AS 1',
    "ATTACH ':memory:' AS other",
    "COPY customer TO 'out.csv'",
    "EXPORT DATABASE 'out'",
    'PRAGMA database_list',
    'CALL pragma_database_size()',
    'SET threads = 8',
    'RESET memory_limit',
    'LOAD httpfs',
    'INSTALL httpfs',
    'PREPARE p AS SELECT 1',
    'USE memory',
    'BEGIN',
    'SELECT 1; SELECT 2',
    "SELECT * FROM read_csv('/etc/passwd')",
    "SELECT * FROM '/etc/passwd'",
    "SELECT * FROM glob('/etc/*')",
    "SELECT * FROM read_blob('/proc/self/environ')",
    "SELECT * FROM query('DROP TABLE customer')",
    "SELECT * FROM sniff_csv('/etc/passwd')",
  ],
  notQueries: [
    'DELETE FROM customer',
    'CREATE TABLE mine (a INTEGER)',
    'PRAGMA database_list',
    'SET threads = 8',
    'SHOW TABLES',
    'DESCRIBE customer',
    'EXPLAIN SELECT 1',
  ],
};
