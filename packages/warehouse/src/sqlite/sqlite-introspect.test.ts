import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { introspectSqlite } from './sqlite-introspect.ts';

test('what questions may not read is left out, and a view that never ends is not run', () => {
  const database = new DatabaseSync(':memory:');
  database.exec(`CREATE TABLE visits (branch TEXT, visitors INTEGER); INSERT INTO visits VALUES ('Riyadh', 10);
    CREATE VIRTUAL TABLE notes USING fts5(body); INSERT INTO notes VALUES ('hello');
    CREATE VIEW catalogue AS SELECT sql FROM sqlite_schema;
    CREATE VIEW endless AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) AS total FROM n;
    CREATE VIEW by_branch AS SELECT branch, sum(visitors) AS total FROM visits GROUP BY branch;`);
  const { tables } = introspectSqlite(database);
  expect(tables.map(({ name, columns }) => [name, ...columns.map((column) => column.kind)])).toEqual([
    ['by_branch', 'text', 'integer'],
    ['endless', expect.any(String)],
    ['visits', 'text', 'integer'],
  ]);
  database.close();
});
