import type { AnswerRow, Database } from '@majed-vanna/db';
import type { AskedBack } from '../agent/earlier-turn.ts';
import { mayHoldValues } from './earlier-turns.ts';

/** What a model asked back in the turn before this one; null when that came to something else, or was about other data. */
export async function askedBack(
  { repositories }: Pick<Database, 'repositories'>,
  turn: Pick<AnswerRow, 'id' | 'conversationId' | 'startedAt' | 'dataSourceId'>,
): Promise<AskedBack | null> {
  const before = await repositories.answers.getBefore(turn);
  const { outcome, receipt, dataSourceId } = before ?? {};
  if (!before || outcome !== 'needs_clarification' || receipt?.engine !== 'model' || dataSourceId !== turn.dataSourceId) return null;
  const events = (await repositories.runEvents.listAfter(before.id, 0)).map(({ event }) => event);
  const question = events.find((event) => event.type === 'started')?.question;
  const prompt = events.find((event) => event.type === 'clarification')?.prompt;
  return question && prompt ? { kind: 'asked', question, prompt, mayHoldValues: mayHoldValues(receipt) } : null;
}
