import { z } from 'zod';
import { answerEvent, outcome } from './answer-event.ts';
import { conversationId, dataSourceId, messageId, runId } from './ids.ts';

/** Longest question, in characters; longer ones are refused with `too_large`. */
export const MAX_QUESTION_LENGTH = 2_000;

/** `title` is the first question until somebody renames it; `updatedAt` moves with each question. */
export const conversationSummary = z.object({
  id: conversationId,
  title: z.string(),
  dataSourceId,
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type ConversationSummary = z.infer<typeof conversationSummary>;

/** So many come with one call; fewer mean that there are no more. */
export const CONVERSATIONS_PER_PAGE = 50;

/** `search` is looked for in titles and questions; `cursor` is the last one of the page before. */
export const listConversationsInput = z.object({
  search: z.string().max(200).optional(),
  cursor: conversationSummary.pick({ id: true, updatedAt: true }).nullish(),
});
export type ListConversationsInput = z.infer<typeof listConversationsInput>;

/** A question with what came of it. `events` is the run so far; a run without `outcome` is still going. */
export const conversationTurn = z.object({
  messageId,
  runId,
  question: z.string(),
  askedAt: z.iso.datetime(),
  outcome: outcome.nullable(),
  events: z.array(answerEvent),
});
export type ConversationTurn = z.infer<typeof conversationTurn>;

/** Turns oldest first. */
export const conversation = conversationSummary.extend({ turns: z.array(conversationTurn) });
export type Conversation = z.infer<typeof conversation>;

export const conversationTitle = z.string().trim().min(1).max(200);
export const renameConversationInput = z.object({ id: conversationId, title: conversationTitle });

export const askInput = z.object({
  /** Up to `MAX_QUESTION_LENGTH`; the service refuses a longer or empty one in its own words. */
  question: z.string(),
  /** Absent for the first question of a new conversation. */
  conversationId: conversationId.optional(),
  /** Absent: the conversation's source, or the default one. */
  dataSourceId: dataSourceId.optional(),
});
export type AskInput = z.infer<typeof askInput>;

/** The run goes on by itself; its events tell what becomes of it. */
export const askOutput = z.object({ runId, conversationId });
