import { type AnswerEvent, type Cell, KEPT_ROWS, type ResultColumn } from '@majed-vanna/contract';
import type { PlanOutput } from '@majed-vanna/nlq';
import type { Warehouse } from '@majed-vanna/warehouse';
import { resultColumns } from '../results/result-columns.ts';
import type { LabelsFor } from './value-labels.ts';

export interface ExecutionRequest {
  readonly warehouse: Warehouse;
  /** The guard's output, nothing else. */
  readonly sql: string;
  /** Per column, in order; fewer or none for a statement without a plan. */
  readonly outputs: readonly PlanOutput[];
  /** Per column, in order. */
  readonly labels: readonly (LabelsFor | null)[];
  readonly signal: AbortSignal;
  readonly deadlineMs: number;
}

export interface Execution {
  readonly columns: readonly ResultColumn[];
  readonly rows: readonly (readonly Cell[])[];
  /** More rows follow than were kept. */
  readonly more: boolean;
}

const EVENT_ROWS = 250;
/** Long texts are not kept by the thousand: what goes beyond is read again when somebody looks at it. */
const MAX_KEPT_CHARACTERS = 4_000_000;

/** Runs the statement and tells its columns and first rows; stops reading when enough is kept. Labels wait for the values they name. */
export async function* executeStatement({ labels, ...request }: ExecutionRequest): AsyncGenerator<AnswerEvent, Execution> {
  if (labels.every((each) => each === null)) return yield* read(request);
  const events: AnswerEvent[] = [];
  const reading = read(request);
  let next = await reading.next();
  for (; !next.done; next = await reading.next()) events.push(next.value);
  const { rows, more } = next.value;
  const columns = next.value.columns.map((column, index) => {
    const named = labels[index]?.(
      rows.map((row) => row[index] ?? null),
      more,
    );
    return named ? { ...column, labels: named } : column;
  });
  for (const event of events) yield event.type === 'columns' ? { ...event, columns } : event;
  return { columns, rows, more };
}

async function* read({
  warehouse,
  sql,
  outputs,
  signal,
  deadlineMs,
}: Omit<ExecutionRequest, 'labels'>): AsyncGenerator<AnswerEvent, Execution> {
  let columns: ResultColumn[] = [];
  const rows: (readonly Cell[])[] = [];
  let characters = 0;
  let more = false;
  for await (const event of warehouse.query({ sql, maxRows: KEPT_ROWS, batchRows: EVENT_ROWS, signal, deadlineMs })) {
    if (event.type === 'columns') {
      columns = resultColumns(event.columns, outputs);
      yield { type: 'columns', columns };
    } else if (event.type === 'batch') {
      const size = event.rows.reduce(
        (sum, row) => sum + row.reduce<number>((width, cell) => width + (typeof cell === 'string' ? cell.length : 8), 0),
        0,
      );
      if (rows.length > 0 && characters + size > MAX_KEPT_CHARACTERS) return { columns, rows, more: true };
      characters += size;
      rows.push(...event.rows);
      yield { type: 'rows', rows: event.rows.map((row) => [...row]) };
    } else {
      more = event.truncated;
    }
  }
  return { columns, rows, more };
}
