import type { DataPolicy, Receipt, Verdict } from '@majed-vanna/contract';
import type { CheckStatement } from '@majed-vanna/sql';
import { type Warehouse, WarehouseError } from '@majed-vanna/warehouse';
import type { AnsweredQuestion } from '../answer/answer-run.ts';
import { guardStatement } from '../answer/guard-statement.ts';
import { CircuitOpenError } from '../resilience/circuit-open-error.ts';
import type { RowBatches } from '../results/row-batches.ts';
import { type CollectedResult, collectResult, compareCollected } from './collected-result.ts';
import type { EvaluationCase } from './evaluation-case.ts';
import { ordersRows } from './orders-rows.ts';

export interface JudgePorts {
  readonly checkStatement: CheckStatement;
  readonly warehouse: Warehouse;
  readonly policy: DataPolicy;
  readonly signal: AbortSignal;
  readonly deadlineMs: number;
  readonly maxRows: number;
}

interface Answered {
  readonly answer: AnsweredQuestion;
  readonly receipt: Receipt | null;
}

interface Judgement {
  readonly verdict: Verdict;
  readonly note: string | null;
}

const BATCH_ROWS = 500;

/** Execution accuracy of one answer: its result against that of the statements that are known to be right. The best one counts. */
export async function judgeAnswer(ports: JudgePorts, one: EvaluationCase, answered: Answered): Promise<Judgement> {
  if (one.sql === null) return { verdict: 'failed', note: 'The case says no statement that its answer could be compared with.' };
  const given = await givenResult(ports, answered);
  if (typeof given === 'string') return { verdict: 'failed', note: given };
  const against = (sql: string) => judgeAgainst(ports, { sql, ordered: one.ordered ?? ordersRows(sql) }, given);
  let best = await against(one.sql);
  for (const sql of one.alternatives ?? []) {
    if (best.verdict === 'right') break;
    const judgement = await against(sql);
    if (WORTH.indexOf(judgement.verdict) < WORTH.indexOf(best.verdict)) best = judgement;
  }
  return best;
}

const WORTH: readonly Verdict[] = ['right', 'right_loosely', 'wrong', 'failed'];

async function judgeAgainst(
  ports: JudgePorts,
  { sql, ordered }: { sql: string; ordered: boolean },
  given: CollectedResult,
): Promise<Judgement> {
  const gold = await goldResult(ports, sql);
  if (typeof gold === 'string') return { verdict: 'failed', note: gold };
  const likeness = compareCollected(gold, given, { ordered });
  if (likeness === 'same') return { verdict: 'right', note: null };
  return { verdict: likeness === 'loosely' ? 'right_loosely' : 'wrong', note: sizes(gold, given) };
}

/** The expected rows, as far as the actor may see them; why there are none, as a text. */
async function goldResult(ports: JudgePorts, sql: string): Promise<CollectedResult | string> {
  try {
    const verdict = await guardStatement(ports.checkStatement, ports.warehouse, { ...ports, sql });
    if (verdict.verdict === 'deny') return `The expected statement was refused: ${verdict.refusal.message}`;
    return await collectResult(rowsOf(ports, verdict.sql));
  } catch (error) {
    return failure(ports, error, 'The expected statement does not run');
  }
}

/** What was kept of the answer, or all of it read again where only its first rows were. */
async function givenResult(ports: JudgePorts, { answer, receipt }: Answered): Promise<CollectedResult | string> {
  const kept = answer.keptRows ?? [];
  if (receipt && !receipt.rows.truncated && receipt.rows.returned === kept.length) return { kind: 'rows', rows: kept };
  if (!answer.executedSql) return 'The answer has no statement that could be run again.';
  try {
    return await collectResult(rowsOf(ports, answer.executedSql));
  } catch (error) {
    return failure(ports, error, 'The answer cannot be read again');
  }
}

async function* rowsOf({ warehouse, maxRows, signal, deadlineMs }: JudgePorts, sql: string): RowBatches {
  for await (const event of warehouse.query({ sql, maxRows, batchRows: BATCH_ROWS, signal, deadlineMs }))
    if (event.type === 'batch') yield event.rows;
}

/** The database's own words: only administrators read them. @throws what is no failure of the statement */
function failure({ signal }: JudgePorts, error: unknown, words: string): string {
  if (signal.aborted || !(error instanceof WarehouseError || error instanceof CircuitOpenError)) throw error;
  return `${words}: ${error.message}`;
}

function sizes(gold: CollectedResult, given: CollectedResult): string {
  const size = (result: CollectedResult) => {
    const [rows, columns] =
      result.kind === 'rows' ? [result.rows.length, result.rows[0]?.length ?? 0] : [result.digest.rows, result.digest.columns.length];
    return `${rows} × ${columns}`;
  };
  return `Rows × columns: expected ${size(gold)}, got ${size(given)}.`;
}
