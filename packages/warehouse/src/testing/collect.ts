import type { Cell } from '@majed-vanna/contract';
import type { QueryEvent, QueryRequest, Warehouse, WarehouseColumn } from '../warehouse.ts';

export interface Collected {
  readonly columns: readonly WarehouseColumn[];
  readonly rows: readonly (readonly Cell[])[];
  readonly batches: number;
  readonly end: QueryEvent & { type: 'end' };
}

/** Runs a statement to its end and keeps everything. */
export async function collect(warehouse: Warehouse, sql: string, options: Partial<QueryRequest> = {}): Promise<Collected> {
  const columns: WarehouseColumn[] = [];
  const rows: (readonly Cell[])[] = [];
  let batches = 0;
  let end: (QueryEvent & { type: 'end' }) | undefined;
  for await (const event of warehouse.query({ sql, maxRows: 1_000_000, ...options })) {
    if (end !== undefined) throw new Error('An event came after the end.');
    if (event.type === 'columns') columns.push(...event.columns);
    else if (event.type === 'end') end = event;
    else {
      rows.push(...event.rows);
      batches += 1;
    }
  }
  if (end === undefined) throw new Error('The stream ended without its last item.');
  return { columns, rows, batches, end };
}
