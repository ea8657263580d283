import type { EvaluationResult, EvaluationRun } from '@majed-vanna/contract';
import type { EvaluationResultRow, EvaluationRunRow } from '@majed-vanna/db';

export function presentRun({ startedAt, finishedAt, ...run }: EvaluationRunRow, done: number): EvaluationRun {
  return { ...run, done, startedAt: startedAt.toISOString(), finishedAt: finishedAt?.toISOString() ?? null };
}

export function presentResult({ runId: _, outcome: __, ...result }: EvaluationResultRow): EvaluationResult {
  return result;
}
