import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import type { RunId } from '@majed-vanna/contract';
import { type Figure, figure } from './speed-report.ts';
import { type Product, residentMb, startProduct } from './speed-server.ts';

const ROWS = 1_000_000;
const PAGE_ROWS = 1_000;

/** A question whose answer has a million rows: asked, paged through and exported; the baseline is the same with one row. */
export async function measureLargeAnswer(folder: string): Promise<Figure[]> {
  const file = join(folder, 'readings.csv');
  await writeReadings(file);
  const product = await startProduct(join(folder, 'large'), { setUp: { kind: 'files', name: 'Readings', paths: [file] } });
  try {
    await use(product, 'How many readings are there?', 1);
    const small = await use(product, 'How many readings are there?', 1);
    const large = await use(product, 'List the id, sensor, value and note of all readings', ROWS);
    return [
      figure('million-row answer, server memory grown', 'MB', {
        value: Math.max(large.grownMb, 0),
        baseline: Math.max(small.grownMb, 1),
        bar: 100,
      }),
      figure('million-row answer, page in the middle', 'ms', { value: large.pageMs, baseline: small.pageMs, bar: 5_000 }),
    ];
  } finally {
    await product.stop();
  }
}

async function use({ client, baseUrl, pid }: Product, question: string, rows: number): Promise<{ grownMb: number; pageMs: number }> {
  const before = await residentMb(pid);
  let peak = before;
  const watch = async () => {
    peak = Math.max(peak, await residentMb(pid));
  };
  const runId = await ask(client, question, rows);
  await watch();
  const begun = performance.now();
  const page = await client.api.answers.page.query({ runId, offset: Math.floor(rows / 2), limit: PAGE_ROWS });
  const pageMs = performance.now() - begun;
  if (page.rows.length !== Math.min(PAGE_ROWS, Math.ceil(rows / 2)))
    throw new Error(`${page.rows.length} rows on the middle page of ${rows}`);
  await watch();
  const { url } = await client.api.answers.exportTicket.mutate({ runId, format: 'csv' });
  const { body } = await fetch(new URL(url, baseUrl));
  let lines = 0;
  for await (const chunk of body ?? []) {
    for (const byte of chunk) if (byte === 10) lines++;
    await watch();
  }
  if (lines !== rows + 1) throw new Error(`${lines} lines exported of ${rows} rows`);
  return { grownMb: peak - before, pageMs };
}

async function ask(client: Product['client'], question: string, rows: number): Promise<RunId> {
  let runId: RunId | null = null;
  let returned = 0;
  for await (const event of client.ask(question)) {
    if (event.type === 'started') runId = event.runId;
    if (event.type === 'receipt') returned = event.receipt.rows.returned;
  }
  if (runId === null || returned !== rows) throw new Error(`${returned} rows came for: ${question}`);
  return runId;
}

async function writeReadings(path: string): Promise<void> {
  const file = createWriteStream(path);
  file.write('id,sensor,value,note\n');
  for (let id = 1; id <= ROWS; id++) {
    if (!file.write(`${id},sensor ${id % 50},${(id * 7919) % 10_007},reading number ${id}\n`)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
}
