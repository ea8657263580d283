import {
  type Actor,
  type AnswerFeedback,
  AppError,
  because,
  type FeedbackInput,
  type FeedbackList,
  type FeedbackListInput,
  feedbackListInput,
  type RunId,
} from '@majed-vanna/contract';
import type { AnswerRow, Database } from '@majed-vanna/db';
import { ownAnswer } from '../answer/answer-access.ts';
import { askedQuestion } from '../answer/asked-question.ts';
import { requirePermission } from '../permission.ts';
import type { Clock } from '../ports.ts';
import type { SemanticsService } from '../semantics/semantics-service.ts';
import { maySee, propose, sameProposals } from './proposals.ts';

export interface FeedbackServiceDeps {
  readonly database: Database;
  readonly semantics: Pick<SemanticsService, 'engineFor'>;
  readonly clock: Clock;
  /** Told when a question may have been proposed. */
  readonly onProposed?: () => void;
}

export type FeedbackService = ReturnType<typeof createFeedbackService>;

/** What readers say of their own answers. A like proposes the question; it teaches nothing by itself. */
export function createFeedbackService({ database, semantics, clock, onProposed = () => undefined }: FeedbackServiceDeps) {
  const { repositories } = database;
  return { give, takeBack, ofAnswer, list };

  /** The last verdict counts. @throws AppError `forbidden`, `not_found`, `conflict` while the answer is still coming */
  async function give(actor: Actor, { runId, verdict, comment }: FeedbackInput): Promise<AnswerFeedback> {
    requirePermission(actor, 'feedback.write');
    const { answer } = await ownAnswer(database, actor, runId);
    if (answer.outcome === null) throw AppError.because('conflict', because('answer_unfinished'));
    const at = clock.now();
    const source = await repositories.dataSources.getById(answer.dataSourceId);
    // What goes on from earlier turns means nothing alone; whoever wants to keep it words it anew.
    const asked = verdict === 'like' && source && isProposable(answer) ? await askedQuestion({ database, semantics }, answer) : null;
    await database.transaction(async (inside) => {
      await inside.answerFeedback.put({ runId, userId: actor.userId, verdict, comment, createdAt: at });
      const details = { verdict, commented: comment !== '' };
      await inside.auditLog.append({ at, actor: actor.userId, action: 'answer.judged', target: runId, details });
      if (!asked?.whole || !source || !isProposable(answer)) return;
      const { question } = asked;
      const { sql } = answer;
      await propose(inside, { source, question, sql, origin: 'liked', runId, author: actor, writtenAt: answer.startedAt }, at);
    });
    if (asked?.whole) onProposed();
    return ofAnswer(actor, runId);
  }

  /** @throws AppError `forbidden`, `not_found` */
  async function takeBack(actor: Actor, runId: RunId): Promise<AnswerFeedback> {
    requirePermission(actor, 'feedback.write');
    await ownAnswer(database, actor, runId);
    await database.transaction(async ({ answerFeedback, auditLog }) => {
      await answerFeedback.remove(runId, actor.userId);
      await auditLog.append({ at: clock.now(), actor: actor.userId, action: 'answer.judgedNoMore', target: runId });
    });
    return ofAnswer(actor, runId);
  }

  /** @throws AppError `forbidden`, `not_found` */
  async function ofAnswer(actor: Actor, runId: RunId): Promise<AnswerFeedback> {
    requirePermission(actor, 'feedback.write');
    const { answer } = await ownAnswer(database, actor, runId);
    const said = await repositories.answerFeedback.get(runId, actor.userId);
    const verdict = said?.verdict ?? null;
    const same =
      answer.sql === null
        ? []
        : await sameProposals(repositories.verifiedQuestions, answer.dataSourceId, await questionOf(answer), answer.sql);
    // Whoever likes what somebody else proposed reads what the first one reads.
    const proposed = same.some((one) => verdict === 'like' || maySee(actor, one));
    return { verdict, comment: said?.comment ?? '', proposed };
  }

  /** What was said of answers, with question and statement; newest first. @throws AppError `forbidden` */
  async function list(actor: Actor, input: FeedbackListInput): Promise<FeedbackList> {
    requirePermission(actor, 'feedback.read');
    const { dataSourceId, verdict, page, pageSize } = feedbackListInput.parse(input);
    const { items, total } = await repositories.answerFeedback.list({
      dataSourceId,
      verdict,
      offset: (page - 1) * pageSize,
      limit: pageSize,
    });
    const [users, sources] = [await repositories.users.list(), await repositories.dataSources.list()];
    const names = new Map<string, string>(users.map(({ id, username }) => [id, username]));
    const sourceNames = new Map(sources.map(({ id, name }) => [id, name]));
    return {
      total,
      items: items.map(({ userId, createdAt, ...item }) => ({
        ...item,
        dataSource: sourceNames.get(item.dataSourceId) ?? '',
        by: names.get(userId) ?? null,
        at: createdAt.toISOString(),
      })),
    };
  }

  async function questionOf({ conversationId, messageId }: AnswerRow): Promise<string> {
    const messages = await repositories.messages.listByConversation(conversationId);
    return messages.find(({ id }) => id === messageId)?.text ?? '';
  }
}

/** An answer with a statement of its own; one of a confirmed question would only propose that question again. */
export function isProposable(answer: AnswerRow): answer is AnswerRow & { sql: string } {
  return answer.outcome === 'answered' && answer.sql !== null && answer.receipt?.engine !== 'verified';
}
