import { expect, it } from 'vitest';
import { checkCorpus } from './guard-corpus.ts';
import { readCorpus } from './guard-corpus-file.ts';
import { readPolicyFile } from './guard-policy-file.ts';

const policyFile = readPolicyFile(
  JSON.stringify({
    defaultSchema: { duckdb: 'farm', sqlite: 'main', oracle: 'FARM' },
    tables: {
      'farm.fields': { columns: ['field_id', 'crop', 'owner'], rls: "crop <> 'x'", masked: ['owner'] },
      'office.rooms': { columns: ['room'] },
    },
    existing_but_forbidden: ['office.wages', 'sys.*'],
  }),
);

const corpus = [
  { id: 'd1', dialect: 'duckdb', sql: 'SELECT crop FROM fields', verdict: 'allow' },
  { id: 'd2', dialect: 'duckdb', sql: 'SELECT * FROM office.wages', verdict: 'deny' },
  { id: 'd3', dialect: 'duckdb', sql: 'SELECT room FROM office.rooms', verdict: 'deny' },
  { id: 's1', dialect: 'sqlite', sql: 'SELECT f.crop FROM fields f, rooms r WHERE r.room = f.crop', verdict: 'allow' },
  { id: 's2', dialect: 'sqlite', sql: 'WITH wages AS (SELECT 1) SELECT * FROM wages', verdict: 'deny' },
  { id: 'o1', dialect: 'oracle', sql: 'SELECT crop FROM fields', verdict: 'allow' },
  { id: 'u1', dialect: 'sqlite', sql: 'SELECT owner FROM fields' },
];

it('prints a line per statement and names those that came out otherwise than expected', async () => {
  const lines: object[] = [];
  const statements = readCorpus(corpus.map((entry) => JSON.stringify(entry)).join('\n'));
  const summary = await checkCorpus({ policyFile, statements, maxRows: 50, report: (line) => lines.push(line) });
  expect(lines).toEqual([
    {
      id: 'd1',
      verdict: 'allow',
      code: null,
      output: `SELECT crop FROM (SELECT "field_id", "crop", '***' AS "owner" FROM "farm"."fields" WHERE (crop <> 'x')) AS "fields" LIMIT 50`,
    },
    { id: 'd2', verdict: 'deny', code: 'unknown_table', output: null },
    { id: 'd3', verdict: 'allow', code: null, output: 'SELECT room FROM (SELECT "room" FROM "office"."rooms") AS "rooms" LIMIT 50' },
    expect.objectContaining({ id: 's1', verdict: 'allow' }),
    { id: 's2', verdict: 'deny', code: 'shadowed_table', output: null },
    { id: 'o1', verdict: 'deny', code: 'unsupported_dialect', output: null },
    expect.objectContaining({ id: 'u1', verdict: 'allow' }),
  ]);
  expect(summary).toMatchObject({ allowed: 4, denied: 3, judged: 6, right: 4, unsupported: new Map([['oracle', 1]]) });
  expect(summary.mismatches.map(({ id }) => id)).toEqual(['d3']);
});
