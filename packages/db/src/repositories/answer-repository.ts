import {
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
>;

/** What a follow-up goes on from. */
export type EarlierAnswer = Pick<AnswerRow, 'dataSourceId' | 'plan' | 'sql' | 'receipt'> & { readonly question: string };

export function createAnswerRepository({ answer: answers }: PrismaConnection) {
  return { create, getById, finish, listByConversation, listUnfinished, latestPlan };

  /** @throws AppError `conflict` when its conversation or message does not exist (any more). */
  async function create(answer: NewAnswer): Promise<AnswerRow> {
    return toRow(await guarded(answers.create({ data: answer }), { conflict: 'This conversation does not exist any more.' }));
  }

  async function getById(id: RunId): Promise<AnswerRow | null> {
    const found = await answers.findUnique({ where: { id } });
    return found && toRow(found);
  }

  /** @throws AppError `not_found` when it was removed together with its conversation. */
  async function finish(id: RunId, finished: FinishedAnswer): Promise<AnswerRow> {
    const { plan, columns, keptRows, chart, receipt, ...rest } = finished;
    // Absent JSON stays null.
    const json = Object.entries({ plan, columns, keptRows, chart, receipt }).filter(([, value]) => value !== null && value !== undefined);
    const data = { ...rest, sql: rest.sql ?? null, ...Object.fromEntries(json.map(([name, value]) => [name, toJson(value)])) };
    return toRow(await guarded(answers.update({ where: { id }, data }), { absent: 'This answer does not exist any more.' }));
  }

  /** Oldest first. */
  async function listByConversation(conversation: ConversationId): Promise<AnswerRow[]> {
    const where = { conversationId: conversation };
    return (await answers.findMany({ where, orderBy: [{ startedAt: 'asc' }, { id: 'asc' }] })).map(toRow);
  }

  /** The newest answered run of a conversation, without its rows; null when there is none. */
  async function latestPlan(conversation: ConversationId): Promise<EarlierAnswer | null> {
    const found = await answers.findFirst({
      where: { conversationId: conversation, outcome: 'answered' },
      orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
      select: { dataSourceId: true, plan: true, receipt: true, sql: true, message: { select: { text: true } } },
    });
    if (!found) return null;
    const { plan, sql, message, receipt } = found;
    return { dataSourceId: dataSourceId.parse(found.dataSourceId), plan, sql, question: message.text, receipt: fromJson(receipt) };
  }

  /** Runs that are still going, or whose process died. */
  async function listUnfinished(): Promise<AnswerRow[]> {
    return (await answers.findMany({ where: { finishedAt: null }, orderBy: { startedAt: 'asc' } })).map(toRow);
  }
}

export type AnswerRepository = ReturnType<typeof createAnswerRepository>;

function toRow(answer: Answer): AnswerRow {
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
