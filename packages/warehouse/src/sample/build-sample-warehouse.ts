import { buildFile } from '../engine/build-file.ts';
import type { CallOptions } from '../warehouse.ts';

export interface SampleReport {
  readonly tables: readonly { readonly name: string; readonly rows: number }[];
  /** First and last day of the sales. */
  readonly from: string;
  readonly to: string;
  readonly ms: number;
}

/** The sample company's last day: its "today", since nothing happens in it afterwards. ISO date. */
export const SAMPLE_LAST_DAY = '2025-12-31';

const BUILD_DEADLINE_MS = 120_000;

/**
 * Writes the sample company, a Gulf retailer with three years of sales, to a DuckDB file at `path` (absolute; its
 * folder exists). The content is the same each time. @throws WarehouseError
 */
export async function buildSampleWarehouse({
  path,
  deadlineMs = BUILD_DEADLINE_MS,
  ...options
}: { path: string } & CallOptions): Promise<SampleReport> {
  const started = performance.now();
  const worker = new URL('./sample-worker.ts', import.meta.url);
  const { tables } = await buildFile<Pick<SampleReport, 'tables'>>(worker, { target: path, order: {}, deadlineMs, ...options });
  return { tables, from: '2023-01-01', to: SAMPLE_LAST_DAY, ms: performance.now() - started };
}
