import { type Actor, AppError, because, type RunId } from '@majed-vanna/contract';
import type { AnswerRow, ConversationRow, Database } from '@majed-vanna/db';

/**
 * The answer with its conversation, when the actor may see it.
 * @throws AppError `not_found` also for somebody else's: a stranger must not learn which ids exist
 */
export async function ownAnswer(
  { repositories }: Database,
  actor: Actor,
  runId: RunId,
): Promise<{ answer: AnswerRow; conversation: ConversationRow }> {
  const answer = await repositories.answers.getById(runId);
  const conversation = answer && (await repositories.conversations.getById(answer.conversationId));
  if (!answer || !conversation || conversation.userId !== actor.userId) throw AppError.because('not_found', because('no_such_answer'));
  return { answer, conversation };
}
