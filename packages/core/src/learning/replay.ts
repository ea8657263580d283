import { createHash } from 'node:crypto';
import type { DataPolicy, ReplayResult } from '@majed-vanna/contract';
import type { CheckStatement } from '@majed-vanna/sql';
import { type Warehouse, WarehouseError } from '@majed-vanna/warehouse';
import { guardStatement } from '../answer/guard-statement.ts';
import { type CollectedResult, collectResult } from '../evaluation/collected-result.ts';
import { comparable } from '../evaluation/comparable-value.ts';
import { CircuitOpenError } from '../resilience/circuit-open-error.ts';
import type { RowBatches } from '../results/row-batches.ts';

export interface ReplayPorts {
  readonly checkStatement: CheckStatement;
  readonly warehouse: Warehouse;
  readonly signal: AbortSignal;
  readonly deadlineMs: number;
  readonly maxRows: number;
}

export interface Replayed {
  readonly told: ReplayResult;
  /** Null when it did not run. */
  readonly result: CollectedResult | null;
}

const BATCH_ROWS = 500;

export const NOT_REPLAYED: Replayed = {
  told: { state: 'unknown', problem: null, columns: [], rows: 0, resultHash: null },
  result: null,
};

/** A statement as somebody may run it: guard, then database. @throws the signal's reason; what is no failure of the statement */
export async function replay(sql: string, policy: DataPolicy, ports: ReplayPorts): Promise<Replayed> {
  const { checkStatement, warehouse, signal, deadlineMs, maxRows } = ports;
  try {
    const verdict = await guardStatement(checkStatement, warehouse, { sql, policy, maxRows, signal, deadlineMs });
    if (verdict.verdict === 'deny') return failure('refused', verdict.refusal.message);
    let columns: string[] = [];
    let rows = 0;
    const hash = createHash('sha256');
    async function* batches(text: string): RowBatches {
      for await (const event of warehouse.query({ sql: text, maxRows, batchRows: BATCH_ROWS, signal, deadlineMs })) {
        if (event.type === 'columns') columns = event.columns.map(({ name }) => name);
        if (event.type !== 'batch') continue;
        rows += event.rows.length;
        for (const row of event.rows) hash.update(`${JSON.stringify(row.map((cell) => String(comparable(cell))))}\n`);
        yield event.rows;
      }
    }
    const result = await collectResult(batches(verdict.sql));
    return { told: { state: 'passed', problem: null, columns, rows, resultHash: hash.digest('hex').slice(0, 16) }, result };
  } catch (error) {
    if (signal.aborted || !(error instanceof WarehouseError || error instanceof CircuitOpenError)) throw error;
    return failure('failed', error.message);
  }
}

function failure(state: 'refused' | 'failed', problem: string): Replayed {
  return { told: { ...NOT_REPLAYED.told, state, problem: problem.slice(0, 1_000) }, result: null };
}
