import {
  type Actor,
  AppError,
  because,
  type DataSourceId,
  type EvaluationComparison,
  type EvaluationRun,
  type EvaluationRunDetail,
  type EvaluationRunId,
  type EvaluationStarted,
  type EvaluationStartInput,
  newId,
} from '@majed-vanna/contract';
import type { Database, EvaluationRunRow } from '@majed-vanna/db';
import type { ModelEndpoint } from '../models/model-endpoint.ts';
import { requirePermission } from '../permission.ts';
import type { Clock, Logger } from '../ports.ts';
import type { SemanticsService } from '../semantics/semantics-service.ts';
import type { CaseRunner } from './case-runner.ts';
import { casesOf } from './cases-of.ts';
import { compareRuns } from './compare-runs.ts';
import { createEvaluationJobs } from './evaluation-jobs.ts';
import { presentResult, presentRun } from './present-run.ts';
import { scoresOf } from './scores-of.ts';

export interface EvaluationServiceDeps {
  readonly database: Database;
  readonly semantics: Pick<SemanticsService, 'engineFor' | 'previewFor'>;
  readonly runner: CaseRunner;
  readonly models: { endpointFor(actor: Pick<Actor, 'role'>): Promise<ModelEndpoint | null> };
  readonly clock: Clock;
  readonly log: Logger;
}

export type EvaluationService = ReturnType<typeof createEvaluationService>;

const HISTORY = 200;

/** Golden questions asked of the state of things, in the background. */
export function createEvaluationService(deps: EvaluationServiceDeps) {
  const { database, clock, log, models } = deps;
  const { evaluationRuns: runs } = database.repositories;
  const jobs = createEvaluationJobs(deps);
  return { recover, start, cancel, list, get, compare, remove, settled: jobs.settled, close: jobs.close };

  /** Called once at start, by the process that owns the data folder: closes what a crash left open. */
  async function recover(): Promise<void> {
    for (const run of await runs.listOpen()) {
      const scores = scoresOf(await runs.listResults(run.id));
      await runs.update(run.id, { state: 'interrupted', scores, finishedAt: clock.now() });
      log.warn({ evaluationId: run.id }, 'closed an evaluation that a crash had left open');
    }
  }

  /**
   * Starts a run in the background. With pending changes, the published layer is evaluated first unless it was already.
   * @throws AppError `forbidden`, `not_found`, `conflict` while another one of the source is going, `invalid_input` without cases
   */
  async function start(actor: Actor, input: EvaluationStartInput): Promise<EvaluationStarted> {
    requirePermission(actor, 'evaluation.write');
    const source = await database.repositories.dataSources.getById(input.dataSourceId);
    if (!source) throw AppError.because('not_found', because('no_such_source'));
    const release = jobs.reserve(input.dataSourceId);
    try {
      const { name, cases } = await casesOf(database.repositories, input);
      if (cases.length === 0) throw AppError.because('invalid_input', because('set_empty'));
      const model = input.engine === 'current' ? ((await models.endpointFor(actor))?.model ?? null) : null;
      const startedAt = clock.now();
      const fresh = (withChanges: boolean, at: Date) => ({
        ...{ id: newId('evl', at.getTime()), dataSourceId: source.id, setId: input.setId, setName: name, engine: input.engine, model },
        ...{ semanticVersion: source.semanticVersion, withChanges, state: 'waiting' as const, total: cases.length },
        ...{ startedBy: actor.username, startedAt: at },
      });
      const run = fresh(input.withChanges, new Date(startedAt.getTime() + (input.withChanges ? 1 : 0)));
      const known = input.withChanges ? await baselineOf(run) : null;
      const first = input.withChanges && !known ? fresh(false, startedAt) : null;
      await database.transaction(async ({ evaluationRuns, auditLog }) => {
        if (first) await evaluationRuns.create(first);
        await evaluationRuns.create(run);
        const details = { set: name, engine: input.engine, withChanges: input.withChanges, cases: cases.length };
        await auditLog.append({ at: startedAt, actor: actor.userId, action: 'evaluation.started', target: run.id, details });
      });
      jobs.begin(actor, { runs: first ? [first, run] : [run], cases }, release);
      return { runId: run.id, baselineId: first?.id ?? known?.id ?? null };
    } catch (error) {
      release();
      throw error;
    }
  }

  /** What is done so far is kept. One that has ended is left as it is. @throws AppError `forbidden`, `not_found` */
  async function cancel(actor: Actor, id: EvaluationRunId): Promise<void> {
    requirePermission(actor, 'evaluation.write');
    const run = await existing(id);
    if (run.finishedAt) return;
    await database.repositories.auditLog.append({
      at: clock.now(),
      actor: actor.userId,
      action: 'evaluation.cancelled',
      target: id,
      details: {},
    });
    await jobs.cancel(run);
  }

  /** Newest first. @throws AppError `forbidden` */
  async function list(actor: Actor, dataSourceId: DataSourceId): Promise<EvaluationRun[]> {
    requirePermission(actor, 'evaluation.read');
    const found = await runs.list(dataSourceId, HISTORY);
    const done = await runs.countResults(found.map(({ id }) => id));
    return found.map((run) => presentRun(run, done.get(run.id) ?? 0));
  }

  /** @throws AppError `forbidden`, `not_found` */
  async function get(actor: Actor, id: EvaluationRunId): Promise<EvaluationRunDetail> {
    requirePermission(actor, 'evaluation.read');
    const run = await existing(id);
    const results = await runs.listResults(id);
    return { run: presentRun(run, results.length), results: results.map(presentResult), baselineId: (await baselineOf(run))?.id ?? null };
  }

  /** Which cases came out differently. @throws AppError `forbidden`, `not_found`, `invalid_input` for runs of two sources */
  async function compare(
    actor: Actor,
    { before, after }: { before: EvaluationRunId; after: EvaluationRunId },
  ): Promise<EvaluationComparison> {
    const [left, right] = [await get(actor, before), await get(actor, after)];
    if (left.run.dataSourceId !== right.run.dataSourceId) throw AppError.because('invalid_input', because('evaluations_of_two_sources'));
    return { before: left.run, after: right.run, ...compareRuns(left.results, right.results) };
  }

  /** @throws AppError `forbidden`, `not_found`, `conflict` while it is going */
  async function remove(actor: Actor, id: EvaluationRunId): Promise<void> {
    requirePermission(actor, 'evaluation.write');
    const run = await existing(id);
    if (!run.finishedAt) throw AppError.because('conflict', because('evaluation_unfinished'));
    await database.transaction(async ({ evaluationRuns, auditLog }) => {
      await evaluationRuns.remove(id);
      await auditLog.append({
        at: clock.now(),
        actor: actor.userId,
        action: 'evaluation.removed',
        target: id,
        details: { set: run.setName },
      });
    });
  }

  /** For pending changes the same on the published layer, otherwise the one before of the same set. */
  async function baselineOf(run: Omit<EvaluationRunRow, 'scores' | 'finishedAt'>): Promise<EvaluationRunRow | null> {
    const same = (other: EvaluationRunRow) =>
      other.setId === run.setId && other.state === 'finished' && !other.withChanges && other.startedAt < run.startedAt;
    const alike = (other: EvaluationRunRow) =>
      other.engine === run.engine &&
      other.model === run.model &&
      other.semanticVersion === run.semanticVersion &&
      other.total === run.total;
    const candidates = (await runs.list(run.dataSourceId, HISTORY)).filter((other) => other.id !== run.id && same(other));
    return candidates.find((other) => !run.withChanges || alike(other)) ?? null;
  }

  async function existing(id: EvaluationRunId): Promise<EvaluationRunRow> {
    const found = await runs.getById(id);
    if (!found) throw AppError.because('not_found', because('no_such_evaluation'));
    return found;
  }
}
