import { join } from 'node:path';
import { openWarehouse } from '@majed-vanna/warehouse';
import { sourceFile } from './speed-questions.ts';
import { type Figure, figure } from './speed-report.ts';
import { residentMb } from './speed-server.ts';

const ROWS = 1_000_000;
const NUMBERS = `SELECT i AS id, i * 7 % 1000 AS bucket, i / 3.0 AS share, 'row ' || i AS label FROM range(${ROWS}) AS numbers(i)`;

/** Streams a million rows out of the database's process; the baseline lets the database count the same rows itself. */
export async function measureLargeResult(dataDir: string): Promise<Figure[]> {
  const warehouse = openWarehouse({ dialect: 'duckdb', path: await sourceFile(join(dataDir, 'data')) });
  const run = async (sql: string): Promise<{ ms: number; rows: number; grownMb: number }> => {
    const before = await residentMb(process.pid);
    const begun = performance.now();
    let rows = 0;
    let peak = before;
    for await (const event of warehouse.query({ sql, maxRows: ROWS })) {
      if (event.type !== 'batch') continue;
      rows += event.rows.length;
      peak = Math.max(peak, await residentMb(process.pid));
    }
    return { ms: performance.now() - begun, rows, grownMb: peak - before };
  };
  try {
    await run('SELECT 1');
    const counted = await run(`SELECT count(*), sum(length(label)), sum(share), sum(bucket) FROM (${NUMBERS})`);
    const streamed = await run(NUMBERS);
    if (streamed.rows !== ROWS) throw new Error(`${streamed.rows} rows arrived of ${ROWS}`);
    return [
      figure('million rows, streamed', 'rows/s', {
        value: (streamed.rows / streamed.ms) * 1_000,
        baseline: (ROWS / counted.ms) * 1_000,
        bar: 100_000,
      }),
      figure('million rows, memory grown', 'MB', {
        value: Math.max(streamed.grownMb, 0),
        baseline: Math.max(counted.grownMb, 1),
        bar: 100,
      }),
    ];
  } finally {
    await warehouse.close();
  }
}
