import { type Actor, AppError, because, type DataSourceId, type EvaluationRunId } from '@majed-vanna/contract';
import type { EvaluationRunRow } from '@majed-vanna/db';
import { RunStopped } from '../answer/failure-words.ts';
import { costOf } from './cost-of.ts';
import type { CaseResult, EvaluationCase } from './evaluation-case.ts';
import type { EvaluationServiceDeps } from './evaluation-service.ts';
import { scoresOf } from './scores-of.ts';

type OpenRun = Pick<EvaluationRunRow, 'id' | 'dataSourceId' | 'setId' | 'engine' | 'withChanges'>;

interface Batch {
  /** One after the other. */
  readonly runs: readonly OpenRun[];
  readonly cases: readonly EvaluationCase[];
}

interface Job {
  readonly stop: AbortController;
  over: Promise<void>;
}

/** The evaluations of this process: one at a time per source. */
export function createEvaluationJobs({ database, semantics, runner, models, clock, log }: EvaluationServiceDeps) {
  const { evaluationRuns } = database.repositories;
  const reserved = new Set<DataSourceId>();
  const jobs = new Map<EvaluationRunId, Job>();
  return { reserve, begin, cancel, settled, close };

  /** @throws AppError `conflict` while another one of the source is going */
  function reserve(id: DataSourceId): () => void {
    if (reserved.has(id)) throw AppError.because('conflict', because('evaluation_going'));
    reserved.add(id);
    return () => void reserved.delete(id);
  }

  function begin(actor: Actor, batch: Batch, onOver: () => void): void {
    const job: Job = { stop: new AbortController(), over: Promise.resolve() };
    for (const { id } of batch.runs) jobs.set(id, job);
    job.over = work(actor, batch, job.stop.signal).finally(() => {
      for (const { id } of batch.runs) jobs.delete(id);
      onOver();
    });
  }

  /** Resolves when it has ended. One that another process works on, or nobody any more, is only marked. */
  async function cancel({ id }: Pick<EvaluationRunRow, 'id'>): Promise<void> {
    const job = jobs.get(id);
    if (!job) return end(id, 'cancelled');
    job.stop.abort(new RunStopped('cancelled'));
    await job.over;
  }

  /** Resolves when the run, and what was started with it, has ended. */
  async function settled(id: EvaluationRunId): Promise<void> {
    await jobs.get(id)?.over;
  }

  async function close(): Promise<void> {
    const going = [...jobs.values()];
    for (const { stop } of going) stop.abort(new RunStopped('closing'));
    await Promise.all(going.map(({ over }) => over));
  }

  async function work(actor: Actor, { runs, cases }: Batch, signal: AbortSignal): Promise<void> {
    for (const run of runs) {
      const state = await workOff(actor, run, cases, signal).catch((error: unknown) => {
        if (signal.aborted) return signal.reason instanceof RunStopped && signal.reason.by === 'closing' ? 'interrupted' : 'cancelled';
        log.error({ evaluationId: run.id, err: error }, 'evaluation failed');
        return 'failed' as const;
      });
      await end(run.id, state).catch((error: unknown) =>
        log.error({ evaluationId: run.id, err: error }, 'evaluation ended without a record'),
      );
    }
  }

  async function workOff(actor: Actor, run: OpenRun, cases: readonly EvaluationCase[], signal: AbortSignal): Promise<'finished'> {
    signal.throwIfAborted();
    const { dataSourceId, engine, withChanges } = run;
    const known = withChanges ? await semantics.previewFor(dataSourceId) : await semantics.engineFor(dataSourceId);
    await evaluationRuns.update(run.id, { state: 'running', semanticVersion: known.semanticVersion });
    const prices = engine === 'current' ? ((await models.endpointFor(actor))?.prices ?? null) : null;
    // A verified question must not be answered from itself: that would measure nothing.
    const holdOut = run.setId === null;
    await runner.runCases({ actor, dataSourceId, semantics: known, cases, engine, holdOut, signal, onResult: record });
    return 'finished';

    async function record({ case: of, position, outcome, verdict, sql, engine: by, note, ms, tokens }: CaseResult): Promise<void> {
      await evaluationRuns.addResult({
        ...{ runId: run.id, position, question: of.question, expected: of.expected, outcome, verdict, sql, expectedSql: of.sql },
        ...{ engine: by, note, ms, inputTokens: tokens.input, outputTokens: tokens.output, cost: costOf(tokens, prices) },
      });
    }
  }

  async function end(id: EvaluationRunId, state: 'finished' | 'cancelled' | 'interrupted' | 'failed'): Promise<void> {
    const scores = scoresOf(await evaluationRuns.listResults(id));
    await evaluationRuns.update(id, { state, scores, finishedAt: clock.now() });
  }
}
