import {
  because,
  type DataSourceId,
  dataSourceId,
  type EvaluationEngine,
  type EvaluationRunId,
  type EvaluationScores,
  type EvaluationState,
  type ExpectedOutcome,
  evaluationEngine,
  evaluationRunId,
  evaluationState,
  expectedOutcome,
  type GoldenSetId,
  goldenSetId,
  type Outcome,
  outcome,
  type Verdict,
  verdict,
} from '@majed-vanna/contract';
import type { PrismaConnection } from '../connection/prisma-client.ts';
import type { EvaluationResult, EvaluationRun } from '../generated/sqlite/client.ts';
import { guarded } from './repository-error.ts';
import { fromJson, toJson } from './stored-json.ts';
import { storable } from './text-keys.ts';

/** Golden questions asked of one state of model, layer and engine. */
export interface EvaluationRunRow {
  readonly id: EvaluationRunId;
  readonly dataSourceId: DataSourceId;
  /** Null for the verified questions. */
  readonly setId: GoldenSetId | null;
  readonly setName: string;
  readonly engine: EvaluationEngine;
  readonly model: string | null;
  readonly semanticVersion: number;
  readonly withChanges: boolean;
  readonly state: EvaluationState;
  readonly total: number;
  readonly scores: EvaluationScores | null;
  readonly startedBy: string;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
}

export type NewEvaluationRun = Omit<EvaluationRunRow, 'scores' | 'finishedAt'>;
export type EvaluationRunChanges = Partial<
  Pick<EvaluationRunRow, 'state' | 'finishedAt' | 'scores' | 'model' | 'semanticVersion' | 'total'>
>;

export interface EvaluationResultRow {
  readonly runId: EvaluationRunId;
  readonly position: number;
  readonly question: string;
  readonly expected: ExpectedOutcome;
  readonly outcome: Outcome;
  readonly verdict: Verdict;
  readonly sql: string | null;
  readonly expectedSql: string | null;
  readonly engine: string | null;
  readonly note: string | null;
  readonly ms: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly cost: number | null;
}

const ABSENT = because('no_such_evaluation');

export function createEvaluationRunRepository({ evaluationRun: runs, evaluationResult: results }: PrismaConnection) {
  return { getById, list, listOpen, create, update, remove, addResult, listResults, countResults };

  async function getById(id: EvaluationRunId): Promise<EvaluationRunRow | null> {
    const found = await runs.findUnique({ where: { id } });
    return found && toRow(found);
  }

  /** Newest first. */
  async function list(source: DataSourceId, limit: number): Promise<EvaluationRunRow[]> {
    const orderBy = [{ startedAt: 'desc' as const }, { id: 'desc' as const }];
    return (await runs.findMany({ where: { dataSourceId: source }, orderBy, take: limit })).map(toRow);
  }

  /** Those that wait or run, or whose process died. */
  async function listOpen(): Promise<EvaluationRunRow[]> {
    return (await runs.findMany({ where: { finishedAt: null }, orderBy: { startedAt: 'asc' } })).map(toRow);
  }

  async function create(run: NewEvaluationRun): Promise<EvaluationRunRow> {
    return toRow(await guarded(runs.create({ data: run }), { conflict: because('source_gone') }));
  }

  /** @throws AppError `not_found` when it was removed meanwhile */
  async function update(id: EvaluationRunId, { scores, ...changes }: EvaluationRunChanges): Promise<EvaluationRunRow> {
    const data = { ...changes, ...(scores ? { scores: toJson(scores) } : {}) };
    return toRow(await guarded(runs.update({ where: { id }, data }), { absent: ABSENT }));
  }

  /** With its results. @throws AppError `not_found` */
  async function remove(id: EvaluationRunId): Promise<void> {
    await guarded(runs.delete({ where: { id } }), { absent: ABSENT });
  }

  /** @throws AppError `conflict` when the run was removed meanwhile */
  async function addResult(result: EvaluationResultRow): Promise<void> {
    const data = {
      ...result,
      question: storable(result.question),
      sql: result.sql === null ? null : storable(result.sql),
      note: result.note === null ? null : storable(result.note),
    };
    await guarded(results.create({ data }), { conflict: because('evaluation_gone') });
  }

  /** In the order of the cases. */
  async function listResults(id: EvaluationRunId): Promise<EvaluationResultRow[]> {
    return (await results.findMany({ where: { runId: id }, orderBy: { position: 'asc' } })).map(toResult);
  }

  async function countResults(ids: readonly EvaluationRunId[]): Promise<ReadonlyMap<EvaluationRunId, number>> {
    const counted = await results.groupBy({ by: ['runId'], where: { runId: { in: [...ids] } }, _count: true });
    return new Map(counted.map(({ runId, _count }) => [evaluationRunId.parse(runId), _count]));
  }
}

export type EvaluationRunRepository = ReturnType<typeof createEvaluationRunRepository>;

const toRow = (run: EvaluationRun): EvaluationRunRow => ({
  ...run,
  id: evaluationRunId.parse(run.id),
  dataSourceId: dataSourceId.parse(run.dataSourceId),
  setId: run.setId === null ? null : goldenSetId.parse(run.setId),
  engine: evaluationEngine.parse(run.engine),
  state: evaluationState.parse(run.state),
  scores: fromJson(run.scores),
});

const toResult = (result: EvaluationResult): EvaluationResultRow => ({
  ...result,
  runId: evaluationRunId.parse(result.runId),
  expected: expectedOutcome.parse(result.expected),
  outcome: outcome.parse(result.outcome),
  verdict: verdict.parse(result.verdict),
});
