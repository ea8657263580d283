import { type Actor, AppError, type ConversationId } from '@majed-vanna/contract';
import type { ConversationRow, Database } from '@majed-vanna/db';

/** @throws AppError `not_found` also for somebody else's: a stranger must not learn which ids exist */
export async function ownConversation({ repositories }: Database, actor: Actor, id: ConversationId): Promise<ConversationRow> {
  const conversation = await repositories.conversations.getById(id);
  if (conversation?.userId !== actor.userId) throw new AppError('not_found', 'This conversation does not exist.');
  return conversation;
}
