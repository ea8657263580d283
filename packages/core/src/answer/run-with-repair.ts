import type { AnswerEvent, DataPolicy, FailedAttempt, Refusal } from '@majed-vanna/contract';
import type { PlanOutput } from '@majed-vanna/nlq';
import type { GuardVerdict } from '@majed-vanna/sql';
import { WarehouseError } from '@majed-vanna/warehouse';
import { explainDatabaseError, type Repair } from '../database-errors/explain-database-error.ts';
import { explainRefusal } from '../database-errors/explain-refusal.ts';
import { readableTables } from '../database-errors/rewrite/failed-statement.ts';
import type { AnswerRun } from './answer-run.ts';
import type { AnswerStatement } from './answer-statement.ts';
import { type Execution, executeStatement } from './execute-statement.ts';
import { describedOutputs } from './plan/described-statement.ts';
import { repairByModel } from './repair-by-model.ts';
import { valueLabels } from './value-labels.ts';

/** Statements of one run at most, the first one included. */
const MAX_STATEMENTS = 5;

type Allowed = Extract<GuardVerdict, { verdict: 'allow' }>;

export type StatementRun =
  | { readonly kind: 'ran'; readonly sql: string; readonly verdict: Allowed; readonly execution: Execution }
  /** The model has put another one in its place. */
  | { readonly kind: 'repaired'; readonly statement: AnswerStatement }
  | { readonly kind: 'denied'; readonly refusal: Refusal };

interface Statement {
  readonly sql: string;
  readonly outputs: readonly PlanOutput[];
}

type Try = Exclude<StatementRun, { kind: 'repaired' }> | { readonly kind: 'failed'; readonly error: unknown };

/**
 * Guard, then database; what is refused or fails is mended as the error table knows how, and takes the same way again.
 * Never the same statement twice; what was tried is told. Leaves the step `execute` open when it ran.
 * @throws what the database failed with when it cannot be mended
 */
export async function* runWithRepair(
  run: AnswerRun,
  statement: Statement,
  guardWith: (sql: string, maxRows: number) => Promise<GuardVerdict>,
  /** Whether a model may be asked where no rule helps. */
  mayAsk = false,
): AsyncGenerator<AnswerEvent, StatementRun> {
  const { timer, facts, language, semantics, request, connected } = run;
  const { dialect } = connected.warehouse;
  const tried = new Set<string>();
  let { sql } = statement;
  let first: Exclude<Try, { kind: 'ran' }> | null = null;
  for (;;) {
    tried.add(oneLine(sql));
    const result = yield* tryOnce(run, { ...statement, sql }, guardWith);
    if (result.kind === 'ran') return result;
    // Where nothing helps, what is told is about the statement that was meant.
    first ??= result;
    const { repair, words } = explained(result, await run.ports.policy(semantics));
    if (repair.kind !== 'rewrite' || tried.size >= MAX_STATEMENTS || tried.has(oneLine(repair.sql))) {
      const repaired = mayAsk && tried.size < MAX_STATEMENTS ? yield* repairByModel(run, sql, result) : null;
      if (repaired) return { kind: 'repaired', statement: repaired };
      if (first.kind === 'failed') throw first.error;
      return first;
    }
    yield* timer.fail();
    const attempt: FailedAttempt = { sql, problem: words[language] };
    facts.attempts = [...(facts.attempts ?? []), attempt];
    yield { type: 'attempt', attempt };
    yield timer.begin('repair');
    sql = repair.sql;
    yield* timer.done({ attempt: tried.size });
    yield { type: 'sql', sql, dialect };
    request.signal.throwIfAborted();
  }

  function explained(result: Exclude<Try, { kind: 'ran' }>, policy: DataPolicy): { repair: Repair; words: FailedAttemptWords } {
    const failed = { sql, tables: readableTables(semantics.snapshot, policy) };
    return result.kind === 'denied' ? explainRefusal(result.refusal, dialect, failed) : explainDatabaseError(result.error, dialect, failed);
  }
}

type FailedAttemptWords = ReturnType<typeof explainRefusal>['words'];

async function* tryOnce(
  { timer, facts, request, semantics, language, connected: { warehouse } }: AnswerRun,
  { sql, outputs: known }: Statement,
  guardWith: (sql: string, maxRows: number) => Promise<GuardVerdict>,
): AsyncGenerator<AnswerEvent, Try> {
  const { signal, deadlineMs, maxRows } = request;
  yield timer.begin('guard');
  const verdict = await guardWith(sql, maxRows);
  if (verdict.verdict === 'deny') return { kind: 'denied', refusal: verdict.refusal };
  yield* timer.done({ tables: verdict.lineage.tables.length, columns: verdict.lineage.columns.length });
  facts.verdict = verdict;
  signal.throwIfAborted();
  yield timer.begin('execute');
  try {
    const labels = valueLabels(verdict, semantics.model, language);
    const outputs = known.length > 0 ? known : describedOutputs(verdict, semantics.model, language);
    const execution = yield* executeStatement({ warehouse, sql: verdict.sql, outputs, labels, signal, deadlineMs });
    return { kind: 'ran', sql, verdict, execution };
  } catch (error) {
    if (signal.aborted || !(error instanceof WarehouseError)) throw error;
    return { kind: 'failed', error };
  }
}

function oneLine(sql: string): string {
  return sql.replace(/\s+/g, ' ').trim();
}
