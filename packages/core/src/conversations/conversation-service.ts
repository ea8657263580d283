import {
  type Actor,
  CONVERSATIONS_PER_PAGE,
  type Conversation,
  type ConversationId,
  type ConversationSummary,
  type ListConversationsInput,
  type RunId,
} from '@majed-vanna/contract';
import type { AnswerRow, ConversationRow, Database, RunEventRow } from '@majed-vanna/db';
import { ownConversation } from '../own-conversation.ts';
import { requirePermission } from '../permission.ts';
import type { Clock } from '../ports.ts';

export interface ConversationServiceDeps {
  readonly database: Database;
  readonly clock: Clock;
}

export type ConversationService = ReturnType<typeof createConversationService>;

/** What was asked and answered, each person their own. */
export function createConversationService({ database, clock }: ConversationServiceDeps) {
  const { repositories } = database;
  return { list, get, rename, remove };

  /** A page of the actor's own, last used first. */
  async function list(actor: Actor, { search, cursor }: ListConversationsInput = {}): Promise<ConversationSummary[]> {
    requirePermission(actor, 'conversation.read');
    const behind = cursor ? { before: new Date(cursor.updatedAt), beforeId: cursor.id } : {};
    const page = await repositories.conversations.list(actor.userId, { search, limit: CONVERSATIONS_PER_PAGE, ...behind });
    return page.map(toSummary);
  }

  /** With its turns and their events, oldest first. @throws AppError `not_found` when absent or not the actor's. */
  async function get(actor: Actor, id: ConversationId): Promise<Conversation> {
    requirePermission(actor, 'conversation.read');
    const conversation = await ownConversation(database, actor, id);
    const [messages, answers, events] = await Promise.all([
      repositories.messages.listByConversation(id),
      repositories.answers.listByConversation(id),
      repositories.runEvents.listByConversation(id),
    ]);
    const answerOf = new Map(answers.map((answer) => [answer.messageId, answer]));
    const eventsOf = Map.groupBy(events, (event) => event.runId);
    // A message whose run never began, because the process died in between, is no turn.
    const turns = messages.flatMap(({ id: messageId, text, createdAt }) => {
      const answer = answerOf.get(messageId);
      return answer ? [{ messageId, question: text, askedAt: createdAt.toISOString(), ...toRun(answer, eventsOf) }] : [];
    });
    return { ...toSummary(conversation), turns };
  }

  /** @throws AppError `not_found` when absent or not the actor's. */
  async function rename(actor: Actor, { id, title }: { id: ConversationId; title: string }): Promise<ConversationSummary> {
    requirePermission(actor, 'conversation.write');
    await ownConversation(database, actor, id);
    return toSummary(await repositories.conversations.rename(id, title));
  }

  /** With everything that was asked and answered in it. @throws AppError `not_found` when absent or not the actor's. */
  async function remove(actor: Actor, id: ConversationId): Promise<void> {
    requirePermission(actor, 'conversation.write');
    await ownConversation(database, actor, id);
    await database.transaction(async ({ conversations, auditLog }) => {
      await conversations.remove(id);
      await auditLog.append({ at: clock.now(), actor: actor.userId, action: 'conversation.removed', target: id });
    });
  }
}

function toSummary({ id, title, dataSourceId, createdAt, updatedAt }: ConversationRow): ConversationSummary {
  return { id, title, dataSourceId, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
}

function toRun({ id, outcome }: AnswerRow, events: ReadonlyMap<RunId, readonly RunEventRow[]>) {
  return { runId: id, outcome, events: (events.get(id) ?? []).map(({ event }) => event) };
}
