import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Actor,
  type AnswerEvent,
  type AnswerPrompt,
  AppError,
  type AskedQuestion,
  type AskInput,
  answerPrompt,
  because,
  type ConversationId,
  type ExportInput,
  newId,
  type RerunInput,
  type ResultPage,
  type ResultPageInput,
  type RunId,
  type SuggestionsInput,
} from '@majed-vanna/contract';
import type { ConversationRow, Database } from '@majed-vanna/db';
import { checkStatement } from '@majed-vanna/sql';
import type { Agent } from '../agent/create-agent.ts';
import type { DataSourceService } from '../data-sources/data-source-service.ts';
import { ownConversation } from '../own-conversation.ts';
import { requirePermission } from '../permission.ts';
import type { Clock, Logger } from '../ports.ts';
import { readsEverything } from '../results/reads-everything.ts';
import { createResultReader, type PolicyFor } from '../results/result-reader.ts';
import { createSpoolStore } from '../results/spool-store.ts';
import type { SemanticsService } from '../semantics/semantics-service.ts';
import { createAdmission } from './admission.ts';
import { ownAnswer } from './answer-access.ts';
import { type ExportedResult, exportAnswer } from './answer-export.ts';
import { ANSWER_LIMITS, type AnswerLimits } from './answer-limits.ts';
import { createAnswerRuns } from './answer-runs.ts';
import { askedQuestion } from './asked-question.ts';
import { asAppError } from './failure-words.ts';
import { cleanQuestion, languageOf, titleOf } from './question-text.ts';
import { recoverRuns } from './recover-runs.ts';
import { createRunLog, type NumberedEvent } from './run-log.ts';

export interface AnswerServiceDeps {
  readonly database: Database;
  readonly dataSources: Pick<DataSourceService, 'connect'>;
  readonly semantics: Pick<SemanticsService, 'engineFor'>;
  /** Results that are paged through lie in `<dataDir>/spool`. */
  readonly dataDir: string;
  readonly clock: Clock;
  readonly log: Logger;
  readonly limits?: Partial<AnswerLimits>;
  /** Absent: the embedded engine answers alone. */
  readonly agent?: Agent;
  /** Absent: `readsEverything`. */
  readonly policyFor?: PolicyFor;
}

export type AnswerService = ReturnType<typeof createAnswerService>;

const SUGGESTED_QUESTIONS = 6;

/** Asking, listening, stopping, paging, exporting: what every door calls. */
export function createAnswerService({
  database,
  dataSources,
  semantics,
  dataDir,
  clock,
  log,
  limits: given,
  agent,
  policyFor = readsEverything,
}: AnswerServiceDeps) {
  const limits: AnswerLimits = { ...ANSWER_LIMITS, ...given };
  const spoolDir = join(dataDir, 'spool');
  const runLog = createRunLog({ database });
  const spools = createSpoolStore({ dir: spoolDir });
  const reader = createResultReader({
    dataSources,
    semantics,
    checkStatement,
    policyFor,
    spools,
    maxRows: limits.maxRows,
    pageDeadlineMs: limits.deadlineMs,
    exportDeadlineMs: limits.exportDeadlineMs,
  });
  const runs = createAnswerRuns({
    database,
    dataSources,
    semantics,
    checkStatement,
    policyFor,
    agent: agent ?? null,
    runLog,
    clock,
    log,
    limits,
  });
  const asking = createAdmission({ perUser: limits.runsPerUser, total: limits.runsTotal });
  const exporting = createAdmission({ perUser: limits.exportsPerUser, total: limits.exportsTotal });
  return { recover, ask, rerun, asked, events, cancel, page, exportResult, suggestions, prompt, close };

  /** Called once at start, by the process that owns the data folder: closes what a crash left open. */
  async function recover(): Promise<void> {
    await rm(spoolDir, { recursive: true, force: true });
    await recoverRuns({ database, clock, log });
  }

  /**
   * Starts a run in the background; `events` tells what comes of it.
   * @throws AppError `forbidden`, `invalid_input`, `too_large`, `not_found`, `setup_required`, `rate_limited`, `unavailable`
   */
  async function ask(actor: Actor, input: AskInput): Promise<{ runId: RunId; conversationId: ConversationId }> {
    requirePermission(actor, 'question.ask');
    const question = cleanQuestion(input.question);
    const leave = asking.admit(actor.userId);
    try {
      const run = await recordQuestion(actor, question, input);
      runs.start(run, leave);
      return { runId: run.runId, conversationId: run.conversationId };
    } catch (error) {
      leave();
      throw error;
    }
  }

  /**
   * Runs a statement that a person wrote for the question of an own answer, as a new turn of its conversation. With `fix` the
   * model repairs it when it fails.
   * @throws AppError `forbidden`, `not_found`, `rate_limited`, `unavailable`
   */
  async function rerun(actor: Actor, { runId, sql, fix = false }: RerunInput): Promise<{ runId: RunId; conversationId: ConversationId }> {
    requirePermission(actor, 'answer.rerun');
    const { answer, conversation } = await ownAnswer(database, actor, runId);
    const messages = await database.repositories.messages.listByConversation(conversation.id);
    const question = cleanQuestion(messages.find(({ id }) => id === answer.messageId)?.text ?? '');
    const leave = asking.admit(actor.userId);
    try {
      const { dataSourceId } = answer;
      const run = await recordQuestion(actor, question, { question, conversationId: conversation.id, dataSourceId });
      runs.start({ ...run, statement: sql, fix }, leave);
      return { runId: run.runId, conversationId: run.conversationId };
    } catch (error) {
      leave();
      throw error;
    }
  }

  /** How the question of an own answer stood in its conversation. @throws AppError `forbidden`, `not_found` */
  async function asked(actor: Actor, runId: RunId): Promise<AskedQuestion> {
    requirePermission(actor, 'answer.read');
    const { answer } = await ownAnswer(database, actor, runId);
    return askedQuestion({ database, semantics }, answer);
  }

  /** Events after `afterSeq`, then those to come; ends after `done`. @throws AppError `forbidden`, `not_found` */
  async function* events(actor: Actor, runId: RunId, afterSeq: number, signal: AbortSignal): AsyncGenerator<NumberedEvent> {
    requirePermission(actor, 'answer.read');
    await ownAnswer(database, actor, runId);
    yield* runLog.listen(runId, afterSeq, signal);
  }

  /** Stops a run and its statement in the database; one that ended is left as it is. @throws AppError `forbidden`, `not_found` */
  async function cancel(actor: Actor, runId: RunId): Promise<void> {
    requirePermission(actor, 'question.ask');
    await ownAnswer(database, actor, runId);
    await runs.stop(runId, 'cancelled');
  }

  /** @throws AppError `forbidden`, `not_found`, `statement_refused` when the viewer may no longer read this */
  async function page(actor: Actor, { runId, offset, limit }: ResultPageInput): Promise<ResultPage> {
    requirePermission(actor, 'answer.read');
    const { answer } = await ownAnswer(database, actor, runId);
    try {
      return await reader.page(actor, answer, offset, limit);
    } catch (error) {
      throw asAppError(error);
    }
  }

  /** @throws AppError `forbidden`, `not_found`, `statement_refused`, `rate_limited`, `unavailable` */
  async function exportResult(actor: Actor, { runId, format }: ExportInput): Promise<ExportedResult> {
    requirePermission(actor, 'answer.export');
    const { answer, conversation } = await ownAnswer(database, actor, runId);
    await database.repositories.auditLog.append({
      at: clock.now(),
      actor: actor.userId,
      action: 'answer.exported',
      target: runId,
      details: { format },
    });
    const onOver = exporting.admit(actor.userId);
    return exportAnswer(reader, { actor, answer, conversation, format, onOver });
  }

  /** Questions that can be answered well, for an empty page. @throws AppError `forbidden`, `not_found` */
  async function suggestions(actor: Actor, { dataSourceId, language }: SuggestionsInput): Promise<string[]> {
    requirePermission(actor, 'question.ask');
    const id = dataSourceId ?? (await database.repositories.dataSources.getDefault())?.id;
    return id ? (await semantics.engineFor(id)).engine.suggest(language, SUGGESTED_QUESTIONS) : [];
  }

  /** What a language model was told for an answer of one's own; null when none was asked. @throws AppError `forbidden`, `not_found` */
  async function prompt(actor: Actor, runId: RunId): Promise<AnswerPrompt | null> {
    requirePermission(actor, 'model.read');
    await ownAnswer(database, actor, runId);
    return answerPrompt.nullable().parse(await database.repositories.answers.getPrompt(runId));
  }

  /** Ends all runs, each with its last event, and lets go of everything. */
  async function close(): Promise<void> {
    await runs.stopAll();
    await spools.clear();
  }

  async function recordQuestion(actor: Actor, question: string, input: AskInput) {
    const askedAt = clock.now();
    const existing = input.conversationId ? await ownConversation(database, actor, input.conversationId) : null;
    const dataSourceId = await chosenSource(input, existing);
    const [runId, messageId] = [newId('run', askedAt.getTime()), newId('msg', askedAt.getTime())];
    const conversationId = existing?.id ?? newId('cnv', askedAt.getTime());
    const started: AnswerEvent = {
      type: 'started',
      runId,
      conversationId,
      messageId,
      question,
      language: languageOf(question),
      startedAt: askedAt.toISOString(),
    };
    await database.transaction(async ({ conversations, messages, answers, runEvents }) => {
      if (existing) await conversations.touch(conversationId, askedAt);
      else
        await conversations.create({
          id: conversationId,
          userId: actor.userId,
          dataSourceId,
          title: titleOf(question),
          createdAt: askedAt,
        });
      await messages.create({ id: messageId, conversationId, text: question, createdAt: askedAt });
      await answers.create({ id: runId, conversationId, messageId, dataSourceId, startedAt: askedAt });
      await runEvents.append(runId, 1, [started]);
    });
    return { runId, conversationId, started, actor, question, askedAt, dataSourceId };
  }

  async function chosenSource({ dataSourceId }: AskInput, existing: ConversationRow | null) {
    const { dataSources: sources } = database.repositories;
    const id = dataSourceId ?? existing?.dataSourceId;
    const source = id ? await sources.getById(id) : await sources.getDefault();
    if (source) return source.id;
    throw id ? AppError.because('not_found', because('no_such_source')) : AppError.because('setup_required', because('set_up_unfinished'));
  }
}
