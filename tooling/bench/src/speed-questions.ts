import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Receipt } from '@majed-vanna/contract';
import { openWarehouse, type Warehouse } from '@majed-vanna/warehouse';
import { type Figure, figure, median } from './speed-report.ts';
import type { Product } from './speed-server.ts';

/** Different shapes: a figure, a group, a series, a ranking, a filter on a value, a join. */
const QUESTIONS = [
  'How many customers do we have?',
  'Net sales by region in 2025',
  'Net sales by month in 2024',
  'Top 5 products by net sales',
  'How many orders in 2025?',
  'Average basket by branch',
  'المبيعات حسب المنطقة',
];
const ROUNDS = 5;

/** Server time of a question, warm, against the bare query that it came to. */
export async function measureQuestions({ client, dataDir }: Product): Promise<Figure[]> {
  const warehouse = openWarehouse({ dialect: 'duckdb', path: await sourceFile(dataDir) });
  try {
    const asked: number[] = [];
    const bare: number[] = [];
    const firstEvents: number[] = [];
    for (let round = 0; round <= ROUNDS; round++) {
      for (const question of QUESTIONS) {
        const { receipt, firstEventMs } = await answer(client, question);
        const bareMs = await timeBare(warehouse, receipt.executedSql ?? '');
        if (round === 0) continue;
        asked.push(receipt.totalMs);
        bare.push(bareMs);
        firstEvents.push(firstEventMs);
      }
    }
    return [
      figure('question, server time (median)', 'ms', { value: median(asked), baseline: median(bare), bar: 300 }),
      figure('question to first event (median)', 'ms', { value: median(firstEvents), baseline: median(bare), bar: 100 }),
    ];
  } finally {
    await warehouse.close();
  }
}

async function answer(client: Product['client'], question: string): Promise<{ receipt: Receipt; firstEventMs: number }> {
  const begun = performance.now();
  let firstEventMs = Number.NaN;
  let receipt: Receipt | null = null;
  for await (const event of client.ask(question)) {
    if (Number.isNaN(firstEventMs)) firstEventMs = performance.now() - begun;
    if (event.type === 'receipt') receipt = event.receipt;
  }
  if (receipt?.executedSql == null) throw new Error(`not answered: ${question}`);
  return { receipt, firstEventMs };
}

async function timeBare(warehouse: Warehouse, sql: string): Promise<number> {
  const begun = performance.now();
  for await (const event of warehouse.query({ sql, maxRows: 1_000_000 })) if (event.type === 'end') break;
  return performance.now() - begun;
}

/** The one DuckDB file of the sample source. */
export async function sourceFile(dataDir: string): Promise<string> {
  const folder = join(dataDir, 'sources');
  const files = await readdir(folder, { recursive: true });
  const file = files.find((name) => name.endsWith('.duckdb'));
  if (file === undefined) throw new Error('the sample source has no DuckDB file');
  return join(folder, file);
}
