import {
  type Actor,
  AppError,
  because,
  type Cell,
  type DataPolicy,
  type DataSourceId,
  type ResultColumn,
  type ResultPage,
} from '@majed-vanna/contract';
import type { AnswerRow } from '@majed-vanna/db';
import type { CheckStatement } from '@majed-vanna/sql';
import type { Warehouse } from '@majed-vanna/warehouse';
import { guardStatement } from '../answer/guard-statement.ts';
import type { DataSourceService } from '../data-sources/data-source-service.ts';
import { refusedBecause } from '../database-errors/explain-refusal.ts';
import type { SemanticsService, SourceSemantics } from '../semantics/semantics-service.ts';
import type { RowBatches } from './row-batches.ts';
import type { SpoolStore } from './spool-store.ts';

/** What one actor may read of one source, at this moment. */
export type PolicyFor = (actor: Actor, dataSourceId: DataSourceId, semantics: SourceSemantics) => Promise<DataPolicy>;

export interface ResultReaderDeps {
  readonly dataSources: Pick<DataSourceService, 'connect'>;
  readonly semantics: Pick<SemanticsService, 'engineFor'>;
  readonly checkStatement: CheckStatement;
  readonly policyFor: PolicyFor;
  readonly spools: SpoolStore;
  readonly maxRows: number;
  readonly pageDeadlineMs: number;
  readonly exportDeadlineMs: number;
}

/** Small enough that text of many bytes per row stays small in memory. */
const BATCH_ROWS = 500;

/** The rows of an answer beyond those that were kept: read again, as what the viewer may see now. */
export function createResultReader({
  dataSources,
  semantics,
  checkStatement,
  policyFor,
  spools,
  maxRows,
  pageDeadlineMs,
  exportDeadlineMs,
}: ResultReaderDeps) {
  return { page, stream };

  /**
   * Rows from `offset` on. Kept rows come first; the others follow in the order of one single further run, so that pages
   * neither repeat nor miss a row even where the statement leaves the order open.
   * @throws AppError `not_found`, `statement_refused`; WarehouseError
   */
  async function page(actor: Actor, answer: AnswerRow, offset: number, limit: number): Promise<ResultPage> {
    const { columns, statement } = await reopen(actor, answer);
    const kept = statement.sql === answer.executedSql ? (answer.keptRows ?? []) : [];
    const own = kept.slice(offset, offset + limit).map((row) => [...row]);
    if (kept.length > 0 && !hasMore(answer)) return { columns, rows: own, offset, complete: offset + limit >= kept.length };
    if (own.length === limit) return { columns, rows: own, offset, complete: false };
    const spool = await spools.take([actor.userId, answer.id, statement.sql].join('\0'), (signal) =>
      without(kept, read(statement, signal, pageDeadlineMs)),
    );
    const further = await spool.read(Math.max(0, offset - kept.length), limit - own.length);
    return { columns, rows: [...own, ...further.rows], offset, complete: further.complete };
  }

  /** All rows up to the cap, as they come. @throws AppError `not_found`, `statement_refused` */
  async function stream(
    actor: Actor,
    answer: AnswerRow,
    signal: AbortSignal,
  ): Promise<{ columns: readonly ResultColumn[]; batches: RowBatches }> {
    const { columns, statement } = await reopen(actor, answer);
    return { columns, batches: read(statement, signal, exportDeadlineMs) };
  }

  /** The original statement takes the guard's whole way again: permissions may have changed since. */
  async function reopen(actor: Actor, answer: AnswerRow) {
    if (answer.outcome !== 'answered' || answer.sql === null || !answer.columns)
      throw AppError.because('not_found', because('answer_without_rows'));
    const [{ warehouse }, known] = await Promise.all([dataSources.connect(answer.dataSourceId), semantics.engineFor(answer.dataSourceId)]);
    const policy = await policyFor(actor, answer.dataSourceId, known);
    const verdict = await guardStatement(checkStatement, warehouse, { sql: answer.sql, policy, maxRows });
    if (verdict.verdict === 'deny')
      throw AppError.because('statement_refused', refusedBecause(verdict.refusal, warehouse.dialect, answer.sql), {
        details: { code: verdict.refusal.code },
      });
    // Labels tell which values there are: they belong to the statement that read them.
    const same = verdict.sql === answer.executedSql;
    const columns = answer.columns.map(({ labels, ...column }) => (labels && same ? { ...column, labels } : column));
    return { columns, statement: { sql: verdict.sql, warehouse } };
  }

  async function* read({ sql, warehouse }: { sql: string; warehouse: Warehouse }, signal: AbortSignal, deadlineMs: number): RowBatches {
    for await (const event of warehouse.query({ sql, maxRows, batchRows: BATCH_ROWS, signal, deadlineMs }))
      if (event.type === 'batch') yield event.rows;
  }
}

export type ResultReader = ReturnType<typeof createResultReader>;

function hasMore({ receipt, keptRows }: AnswerRow): boolean {
  return receipt !== null && (receipt.rows.truncated || receipt.rows.returned > (keptRows?.length ?? 0));
}

/** The rows that do not come from `kept`; of equal rows as many are left out as were kept. */
async function* without(kept: readonly (readonly Cell[])[], batches: RowBatches): RowBatches {
  const left = new Map<string, number>();
  for (const row of kept) left.set(JSON.stringify(row), (left.get(JSON.stringify(row)) ?? 0) + 1);
  for await (const rows of batches) {
    if (left.size === 0) yield rows;
    else yield rows.filter((row) => !takeOne(left, JSON.stringify(row)));
  }
}

function takeOne(left: Map<string, number>, key: string): boolean {
  const count = left.get(key);
  if (count === undefined) return false;
  if (count === 1) left.delete(key);
  else left.set(key, count - 1);
  return true;
}
