import { type Actor, AppError, because, type ConversationId } from '@majed-vanna/contract';
import type { ConversationRow, Database } from '@majed-vanna/db';

/** @throws AppError `not_found` also for somebody else's: a stranger must not learn which ids exist */
export async function ownConversation({ repositories }: Database, actor: Actor, id: ConversationId): Promise<ConversationRow> {
  const conversation = await repositories.conversations.getById(id);
  if (conversation?.userId !== actor.userId) throw AppError.because('not_found', because('no_such_conversation'));
  return conversation;
}
