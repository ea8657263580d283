import { setTimeout as pause, setImmediate as soon } from 'node:timers/promises';
import type { Actor, AnswerEvent, ConversationId, RunId } from '@majed-vanna/contract';
import type { Database, DataSourceRow } from '@majed-vanna/db';
import type { Reading } from '@majed-vanna/nlq';
import type { CheckStatement } from '@majed-vanna/sql';
import type { Agent } from '../agent/create-agent.ts';
import type { DataSourceService } from '../data-sources/data-source-service.ts';
import type { Clock, Logger } from '../ports.ts';
import type { PolicyFor } from '../results/result-reader.ts';
import type { SemanticsService } from '../semantics/semantics-service.ts';
import type { AnswerLimits } from './answer-limits.ts';
import { answerQuestion } from './answer-question.ts';
import type { AnsweredQuestion } from './answer-run.ts';
import { askedBack } from './asked-back.ts';
import { earlierTurns } from './earlier-turns.ts';
import { RunStopped } from './failure-words.ts';
import { localDate } from './local-date.ts';
import { closeRun } from './recover-runs.ts';
import { createRunDeadline } from './run-deadline.ts';
import type { LiveRun, RunLog } from './run-log.ts';

export interface AnswerRunsDeps {
  readonly database: Database;
  readonly dataSources: Pick<DataSourceService, 'connect'>;
  readonly semantics: Pick<SemanticsService, 'engineFor'>;
  readonly checkStatement: CheckStatement;
  readonly policyFor: PolicyFor;
  readonly agent: Agent | null;
  readonly runLog: RunLog;
  readonly clock: Clock;
  readonly log: Logger;
  readonly limits: AnswerLimits;
}

export interface NewRun {
  readonly runId: RunId;
  readonly conversationId: ConversationId;
  /** Stored already, together with the question. */
  readonly started: AnswerEvent;
  readonly actor: Actor;
  readonly question: string;
  /** Written by a person, to be run as it is. */
  readonly statement?: string;
  /** The model may repair it when it fails. */
  readonly fix?: boolean;
  readonly askedAt: Date;
  readonly dataSourceId: DataSourceRow['id'];
}

/** For whoever asked to come and listen, in ms: reading a question keeps the processor busy for longer than a first event takes. */
const HEAD_START_MS = 25;
/** A conversation may be longer; what lies further back is rarely meant. */
const REMEMBERED_TURNS = 20;

interface Running {
  readonly stop: AbortController;
  readonly over: Promise<void>;
}

/** The runs of this process: each is worked off in the background, into its log. */
export function createAnswerRuns({
  database,
  dataSources,
  semantics,
  checkStatement,
  policyFor,
  agent,
  runLog,
  clock,
  log,
  limits,
}: AnswerRunsDeps) {
  const running = new Map<RunId, Running>();
  return { start, stop, stopAll };

  function start(run: NewRun, onOver: () => void): void {
    const controller = new AbortController();
    const deadline = createRunDeadline(limits.deadlineMs, () => controller.abort(new RunStopped('deadline')));
    const live = runLog.begin(run.runId, run.started, (error) => {
      log.warn({ runId: run.runId, err: error }, 'run can no longer be recorded');
      controller.abort(new RunStopped('cancelled'));
    });
    const over = Promise.race([live.heard, pause(HEAD_START_MS)])
      .then(() => soon())
      .then(() => work(run, live, controller.signal, deadline.allow))
      .catch((error: unknown) => log.error({ runId: run.runId, err: error }, 'run ended without a record'))
      .finally(() => {
        deadline.clear();
        running.delete(run.runId);
        onOver();
      });
    running.set(run.runId, { stop: controller, over });
  }

  /** Resolves when the run has ended; one that is not going here is left alone. */
  async function stop(runId: RunId, by: RunStopped['by']): Promise<void> {
    const found = running.get(runId);
    found?.stop.abort(new RunStopped(by));
    await found?.over;
  }

  async function stopAll(): Promise<void> {
    await Promise.all([...running.keys()].map((runId) => stop(runId, 'closing')));
  }

  async function work(run: NewRun, live: LiveRun, signal: AbortSignal, allow: (ms: number) => void): Promise<void> {
    const { runId, actor, dataSourceId } = run;
    const earlier = await database.repositories.answers.listEarlier(run.conversationId, REMEMBERED_TURNS);
    const before = await database.repositories.answers.getBefore({ ...run, id: runId, startedAt: run.askedAt });
    const asked = await askedBack(database, before, dataSourceId);
    // A reply to a model's question goes on from that, and not from an answer before it.
    const latest = asked ? null : (earlier.at(-1) ?? null);
    const events = answerQuestion(
      {
        ...run,
        today: localDate(run.askedAt),
        // The plan was stored by an earlier run; one of another source or schema would name what is not there.
        previousPlan: (schemaVersion) =>
          latest?.plan && latest.dataSourceId === dataSourceId && latest.receipt?.schemaVersion === schemaVersion
            ? (latest.plan as Reading['plan'])
            : null,
        earlier: [...earlierTurns(earlier, dataSourceId), ...(asked ? [asked] : [])],
        afterNoAnswer: before?.outcome === 'refused' || before?.outcome === 'needs_clarification',
        signal,
        deadlineMs: limits.deadlineMs,
        allow,
        maxRows: limits.maxRows,
      },
      {
        semantics: () => semantics.engineFor(dataSourceId),
        connect: () => dataSources.connect(dataSourceId),
        policy: (known) => policyFor(actor, dataSourceId, known),
        checkStatement,
        agent,
        audit: (outcome, details) =>
          database.repositories.auditLog.append({
            at: clock.now(),
            actor: actor.userId,
            action: `answer.${outcome}`,
            target: runId,
            details,
          }),
        verifiedUsed: (id) => {
          database.repositories.verifiedQuestions
            .countUse(id)
            .catch((error: unknown) => log.warn({ id, err: error }, 'use was not counted'));
        },
        report: (error) => log.error({ runId, err: error }, 'run met an unexpected failure'),
      },
    );
    // Whoever listens must not wait for ever; when the conversation was removed, there is nothing to close either.
    if (!(await record(events, live))) await closeRun(database, { id: runId, startedAt: run.askedAt }, clock.now());
  }

  /** The last two events are stored together with the answer. */
  async function record(events: AsyncGenerator<AnswerEvent, AnsweredQuestion>, live: LiveRun): Promise<boolean> {
    const last: AnswerEvent[] = [];
    let next = await events.next();
    for (; !next.done; next = await events.next()) {
      if (next.value.type === 'receipt' || next.value.type === 'done') last.push(next.value);
      else live.publish(next.value);
    }
    return live.end(last, { ...next.value, finishedAt: clock.now() });
  }
}
