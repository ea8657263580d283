import { z } from 'zod';
import { receipt } from './answer-event.ts';
import { dataSourceId, runId } from './ids.ts';

export const feedbackVerdict = z.enum(['like', 'dislike']);
export type FeedbackVerdict = z.infer<typeof feedbackVerdict>;

export const MAX_COMMENT_LENGTH = 1_000;
const comment = z.string().trim().max(MAX_COMMENT_LENGTH);

/** A second verdict on the same answer takes the place of the first. */
export const feedbackInput = z.object({ runId, verdict: feedbackVerdict, comment: comment.default('') });
export type FeedbackInput = z.infer<typeof feedbackInput>;

export const feedbackOfAnswerInput = z.object({ runId });

/** What the reader said of an own answer, and what became of the question. */
export const answerFeedback = z.object({ verdict: feedbackVerdict.nullable(), comment: z.string(), proposed: z.boolean() });
export type AnswerFeedback = z.infer<typeof answerFeedback>;

export const feedbackListInput = z.object({
  dataSourceId: dataSourceId.optional(),
  verdict: feedbackVerdict.optional(),
  page: z.number().int().min(1).max(10_000).default(1),
  pageSize: z.number().int().min(1).max(100).default(25),
});
export type FeedbackListInput = z.input<typeof feedbackListInput>;

/** What was asked, the statement and the words about it; never the rows of somebody's answer. */
export const feedbackItem = z.object({
  runId,
  dataSourceId,
  dataSource: z.string(),
  /** User name; null when the person is gone. */
  by: z.string().nullable(),
  verdict: feedbackVerdict,
  comment: z.string(),
  question: z.string(),
  sql: z.string().nullable(),
  engine: receipt.shape.engine.nullable(),
  at: z.iso.datetime(),
});
export type FeedbackItem = z.infer<typeof feedbackItem>;

export const feedbackList = z.object({ items: z.array(feedbackItem), total: z.number().int() });
export type FeedbackList = z.infer<typeof feedbackList>;
