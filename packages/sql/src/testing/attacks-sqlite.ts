/** Statements that must be refused on SQLite, by the code they are refused with; two codes where the databases differ. */
export const ATTACKS_SQLITE: Readonly<Record<string, readonly string[]>> = {
  forbidden_table: ["SELECT * FROM 'secrets'"],
  hidden_column: ['SELECT _rowid_ FROM sales', 'SELECT oid FROM sales'],
  masked_column: [
    'SELECT * FROM people ORDER BY +phone',
    'SELECT full_name, phone FROM people ORDER BY 2 COLLATE NOCASE',
    `SELECT "phone" FROM people WHERE "phone" GLOB '0*'`,
    "SELECT [phone] || '' FROM people",
  ],
  not_a_query: ['REPLACE INTO sales VALUES (1)', 'BEGIN', 'SAVEPOINT x', 'ANALYZE', 'REINDEX', 'DETACH main'],
  system_catalog: [
    'SELECT * FROM temp.sqlite_master',
    'SELECT * FROM pragma_database_list',
    'SELECT * FROM dbstat',
    'SELECT * FROM sqlite_stat1',
  ],
  table_function: [
    "SELECT * FROM json_each('[1,2]')",
    'SELECT * FROM json_tree((SELECT token FROM secrets))',
    'SELECT value FROM generate_series(1, 1000000000)',
    'SELECT * FROM pragma_database_list()',
  ],
  unbounded_recursion: ['WITH r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT count(*) FROM r'],
  unknown_column: ['SELECT "salaryx" FROM people'],
  unknown_function: [
    "SELECT fts3_tokenizer('x')",
    'SELECT sqlite_compileoption_get(1)',
    'SELECT last_insert_rowid(), changes(), total_changes()',
  ],
  unknown_syntax: [
    'SELECT * FROM people WHERE full_name IN secrets',
    'SELECT * FROM products WHERE title IN products',
    'SELECT * FROM sales INDEXED BY ix',
    'SELECT * FROM sales NOT INDEXED',
    "SELECT name FROM stores WHERE name MATCH 'x'",
    "SELECT name FROM stores WHERE name REGEXP 'x'",
  ],
  unknown_table: ['SELECT * FROM main.secrets', 'SELECT * FROM "main"."secrets"', 'SELECT * FROM [secrets]', 'SELECT * FROM `secrets`'],
};
