import {
  because,
  type DataSourceId,
  dataSourceId,
  type FeedbackVerdict,
  feedbackVerdict,
  type Receipt,
  type RunId,
  runId,
  type UserId,
} from '@majed-vanna/contract';
import type { PrismaConnection } from '../connection/prisma-client.ts';
import { guarded } from './repository-error.ts';
import { fromJson } from './stored-json.ts';
import { storable } from './text-keys.ts';

export interface AnswerFeedbackRow {
  readonly runId: RunId;
  /** Id of the person. */
  readonly userId: string;
  readonly verdict: FeedbackVerdict;
  readonly comment: string;
  readonly createdAt: Date;
}

/** With what it is about, without any row of the answer. */
export interface FeedbackOnAnswer extends AnswerFeedbackRow {
  readonly dataSourceId: DataSourceId;
  readonly question: string;
  readonly sql: string | null;
  readonly engine: Receipt['engine'] | null;
}

export interface FeedbackFilter {
  readonly dataSourceId?: DataSourceId | undefined;
  readonly verdict?: FeedbackVerdict | undefined;
  readonly offset?: number;
  readonly limit: number;
}

export function createAnswerFeedbackRepository({ answerFeedback: feedback }: PrismaConnection) {
  return { get, put, remove, list };

  async function get(run: RunId, userId: UserId): Promise<AnswerFeedbackRow | null> {
    const found = await feedback.findUnique({ where: { runId_userId: { runId: run, userId } } });
    return found && { ...found, runId: runId.parse(found.runId), verdict: feedbackVerdict.parse(found.verdict) };
  }

  /** The last word of a person on an answer counts. @throws AppError `conflict` when the answer does not exist (any more) */
  async function put({ runId: run, userId, verdict, comment, createdAt }: AnswerFeedbackRow): Promise<void> {
    const said = { verdict, comment: storable(comment), createdAt };
    const write = feedback.upsert({
      where: { runId_userId: { runId: run, userId } },
      create: { runId: run, userId, ...said },
      update: said,
    });
    await guarded(write, { conflict: because('answer_gone') });
  }

  async function remove(run: RunId, userId: UserId): Promise<void> {
    await feedback.deleteMany({ where: { runId: run, userId } });
  }

  /** Newest first, with the number of all that the filter lets through. */
  async function list({
    dataSourceId: source,
    verdict,
    offset = 0,
    limit,
  }: FeedbackFilter): Promise<{ items: FeedbackOnAnswer[]; total: number }> {
    const where = { ...(verdict ? { verdict } : {}), ...(source ? { answer: { dataSourceId: source } } : {}) };
    const found = await feedback.findMany({
      where,
      orderBy: [{ createdAt: 'desc' }, { runId: 'desc' }, { userId: 'desc' }],
      skip: offset,
      take: limit,
      include: { answer: { select: { dataSourceId: true, sql: true, receipt: true, message: { select: { text: true } } } } },
    });
    const items = found.map(({ answer, ...row }) => ({
      ...row,
      runId: runId.parse(row.runId),
      verdict: feedbackVerdict.parse(row.verdict),
      dataSourceId: dataSourceId.parse(answer.dataSourceId),
      question: answer.message.text,
      sql: answer.sql,
      engine: fromJson<Receipt | null>(answer.receipt)?.engine ?? null,
    }));
    return { items, total: await feedback.count({ where }) };
  }
}

export type AnswerFeedbackRepository = ReturnType<typeof createAnswerFeedbackRepository>;
