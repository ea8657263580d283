import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Cell, DataPolicy } from '@majed-vanna/contract';
import { createEngine, draftModel, type Engine } from '@majed-vanna/nlq';
import { checkStatement, policyFromSnapshot } from '@majed-vanna/sql';
import { importFiles, openWarehouse, type Warehouse } from '@majed-vanna/warehouse';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { guardStatement } from '../answer/guard-statement.ts';

/** Tables, columns and values called as a layered statement might call its own parts. */
const FILES = {
  'races.csv': `Place,city,race_date,score
1,Riyadh,2024-01-05,10
2,Riyadh,2024-02-05,70
3,Riyadh,2024-03-05,40
4,Riyadh,2024-04-05,90
1,Jeddah,2024-01-06,20
2,Jeddah,2025-02-06,60
3,Jeddah,2025-03-06,50
`,
  'Figures.csv': `venue,town,sold_on,amount
"Line
Break",Abha,2024-01-05,100
"Line
Break",Abha,2025-02-05,150
"Line
Break",Taif,2024-03-05,30
Harbour,Abha,2024-04-05,900
Harbour,Taif,2025-04-05,800
`,
  'stalls.csv': `place,area,rented_on,rent
North,Old,2024-01-05,5
South,Old,2024-02-05,9
East,New,2024-03-05,7
West,New,2024-04-05,3
`,
};

let folder: string;
let warehouse: Warehouse;
let engine: Engine;
let policy: DataPolicy;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'imported-names-'));
  const files = Object.entries(FILES).map(([name, content]) => ({ name, content, path: join(folder, name), format: 'csv' as const }));
  for (const { path, content } of files) await writeFile(path, content);
  const target = join(folder, 'imported.db');
  const { dialect } = await importFiles({ files, target });
  warehouse = openWarehouse({ dialect, path: target });
  const snapshot = await warehouse.introspect();
  policy = policyFromSnapshot(snapshot);
  const columns = snapshot.tables.flatMap(({ schema, name, columns: all }) =>
    all.map((column) => ({ schema, table: name, column: column.name })),
  );
  const profiles = await warehouse.profileColumns({ columns, maxDistinct: 100 });
  engine = createEngine(draftModel({ snapshot, profiles, entries: [] }));
}, 60_000);

afterAll(async () => {
  await warehouse.close();
  await rm(folder, { recursive: true });
});

async function answer(question: string): Promise<readonly (readonly Cell[])[]> {
  const interpretation = engine.interpret(question, { today: '2026-03-10' });
  if (interpretation.kind !== 'answer') throw new Error(JSON.stringify(interpretation));
  const { sql } = interpretation.reading;
  const verdict = await guardStatement(checkStatement, warehouse, { sql, policy, maxRows: 100 });
  if (verdict.verdict === 'deny') throw new Error(`${verdict.refusal.message}\n${sql}`);
  const rows: (readonly Cell[])[] = [];
  for await (const event of warehouse.query({ sql: verdict.sql, maxRows: 100 })) if (event.type === 'batch') rows.push(...event.rows);
  return rows;
}

test('the first of each group are cut by their figure, not by a column called place', async () => {
  expect(await answer('top 3 places by total score in each city')).toEqual([
    ['Jeddah', 2, 60],
    ['Jeddah', 3, 50],
    ['Jeddah', 1, 20],
    ['Riyadh', 4, 90],
    ['Riyadh', 2, 70],
    ['Riyadh', 3, 40],
  ]);
});

test('a column of words called place is not the place in a group', async () => {
  expect(await answer('top stall place by total rent in each area')).toEqual([
    ['New', 'East', 7],
    ['Old', 'South', 9],
  ]);
});

test('a table may be called figures', async () => {
  expect(await answer('growth of amount by year')).toEqual([
    [2024, 1030, null, null],
    [2025, 950, 1030, -80 / 1030],
  ]);
});

test('a value keeps its line break', async () => {
  expect(await answer('growth of amount by year for Line Break')).toEqual([
    [2024, 130, null, null],
    [2025, 150, 130, 20 / 130],
  ]);
});
