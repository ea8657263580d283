import {
  because,
  type Cell,
  type ChartSpec,
  type ConversationId,
  conversationId,
  type DataSourceId,
  dataSourceId,
  type MessageId,
  messageId,
  type Outcome,
  outcome,
  type Receipt,
  type ResultColumn,
  type RunId,
  runId,
} from '@majed-vanna/contract';
import type { PrismaConnection } from '../connection/prisma-client.ts';
import type { Answer } from '../generated/sqlite/client.ts';
import { guarded } from './repository-error.ts';
import { fromJson, toJson } from './stored-json.ts';

/** What became of one run. Everything but the first five fields is null while the run is still going. */
export interface AnswerRow {
  /** The id of its run. */
  readonly id: RunId;
  readonly conversationId: ConversationId;
  readonly messageId: MessageId;
  readonly dataSourceId: DataSourceId;
  readonly startedAt: Date;
  readonly outcome: Outcome | null;
  /** As written by the engine, before the guard. */
  readonly sql: string | null;
  readonly executedSql: string | null;
  /** The engine's own plan: follow-ups edit it. */
  readonly plan: unknown;
  readonly columns: readonly ResultColumn[] | null;
  readonly keptRows: readonly (readonly Cell[])[] | null;
  readonly chart: ChartSpec | null;
  readonly receipt: Receipt | null;
  readonly finishedAt: Date | null;
}

export type NewAnswer = Pick<AnswerRow, 'id' | 'conversationId' | 'messageId' | 'dataSourceId' | 'startedAt'>;
export type FinishedAnswer = { readonly outcome: Outcome; readonly finishedAt: Date } & Partial<
  Pick<AnswerRow, 'sql' | 'executedSql' | 'plan' | 'columns' | 'keptRows' | 'chart' | 'receipt'>
> & { /** What a language model was told. */ readonly prompt?: unknown };

/** What a follow-up goes on from. */
export type EarlierAnswer = Pick<AnswerRow, 'dataSourceId' | 'plan' | 'sql' | 'receipt' | 'columns'> & { readonly question: string };

/** Large, and for administrators only. */
const omit = { prompt: true } as const;

export function createAnswerRepository({ answer: answers }: PrismaConnection) {
  return { create, getById, finish, listByConversation, listUnfinished, listEarlier, getAsked, getBefore, getPrompt };

  /** @throws AppError `conflict` when its conversation or message does not exist (any more). */
  async function create(answer: NewAnswer): Promise<AnswerRow> {
    return toRow(await guarded(answers.create({ data: answer, omit }), { conflict: because('conversation_gone') }));
  }

  async function getById(id: RunId): Promise<AnswerRow | null> {
    const found = await answers.findUnique({ where: { id }, omit });
    return found && toRow(found);
  }

  /** @throws AppError `not_found` when it was removed together with its conversation. */
  async function finish(id: RunId, finished: FinishedAnswer): Promise<AnswerRow> {
    const { plan, columns, keptRows, chart, receipt, prompt, ...rest } = finished;
    // Absent JSON stays null.
    const json = Object.entries({ plan, columns, keptRows, chart, receipt, prompt }).filter(
      ([, value]) => value !== null && value !== undefined,
    );
    const data = { ...rest, sql: rest.sql ?? null, ...Object.fromEntries(json.map(([name, value]) => [name, toJson(value)])) };
    return toRow(await guarded(answers.update({ where: { id }, data, omit }), { absent: because('answer_gone') }));
  }

  /** Oldest first. */
  async function listByConversation(conversation: ConversationId): Promise<AnswerRow[]> {
    const where = { conversationId: conversation };
    return (await answers.findMany({ where, omit, orderBy: [{ startedAt: 'asc' }, { id: 'asc' }] })).map(toRow);
  }

  /** The newest answered runs of a conversation, only those begun `before` if given, without their rows; oldest first. */
  async function listEarlier(conversation: ConversationId, limit: number, before?: Date): Promise<EarlierAnswer[]> {
    const found = await answers.findMany({
      where: { conversationId: conversation, outcome: 'answered', ...(before ? { startedAt: { lt: before } } : {}) },
      orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
      take: limit,
      select: { dataSourceId: true, plan: true, receipt: true, columns: true, sql: true, message: { select: { text: true } } },
    });
    return found.reverse().map(({ plan, sql, message, receipt, columns, ...rest }) => ({
      dataSourceId: dataSourceId.parse(rest.dataSourceId),
      plan,
      sql,
      question: message.text,
      receipt: fromJson(receipt),
      columns: fromJson(columns),
    }));
  }

  /** What was asked, and the answered questions of the same conversation before it, oldest first; null when it was removed. */
  async function getAsked(id: RunId, limit: number): Promise<{ asked: string; before: string[] } | null> {
    const select = { conversationId: true, startedAt: true, message: { select: { text: true } } };
    const run = await answers.findUnique({ where: { id }, select });
    if (!run) return null;
    const found = await answers.findMany({
      where: { conversationId: run.conversationId, outcome: 'answered', startedAt: { lt: run.startedAt } },
      orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
      take: limit,
      select: { message: { select: { text: true } } },
    });
    return { asked: run.message.text, before: found.reverse().map(({ message }) => message.text) };
  }

  /** The one that was begun before it in its conversation. */
  async function getBefore({ id, conversationId: of, startedAt }: Pick<AnswerRow, 'id' | 'conversationId' | 'startedAt'>) {
    const where = { conversationId: of, id: { not: id }, startedAt: { lte: startedAt } };
    const found = await answers.findFirst({ where, omit, orderBy: [{ startedAt: 'desc' }, { id: 'desc' }] });
    return found && toRow(found);
  }

  /** What a language model was told for this answer; null when none was asked. */
  async function getPrompt(id: RunId): Promise<unknown> {
    return (await answers.findUnique({ where: { id }, select: { prompt: true } }))?.prompt ?? null;
  }

  /** Runs that are still going, or whose process died. */
  async function listUnfinished(): Promise<AnswerRow[]> {
    return (await answers.findMany({ where: { finishedAt: null }, omit, orderBy: { startedAt: 'asc' } })).map(toRow);
  }
}

export type AnswerRepository = ReturnType<typeof createAnswerRepository>;

function toRow(answer: Omit<Answer, 'prompt'>): AnswerRow {
  return {
    ...answer,
    id: runId.parse(answer.id),
    conversationId: conversationId.parse(answer.conversationId),
    messageId: messageId.parse(answer.messageId),
    dataSourceId: dataSourceId.parse(answer.dataSourceId),
    outcome: outcome.nullable().parse(answer.outcome),
    columns: fromJson(answer.columns),
    keptRows: fromJson(answer.keptRows),
    chart: fromJson(answer.chart),
    receipt: fromJson(answer.receipt),
  };
}
