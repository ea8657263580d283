import type { DataSourceId } from '@majed-vanna/contract';
import type { AnswerRow, Database } from '@majed-vanna/db';
import type { AskedBack } from '../agent/earlier-turn.ts';
import { mayHoldValues } from './earlier-turns.ts';

/** What a model asked back in the turn `before`; null when that came to something else, or was about another source. */
export async function askedBack(
  { repositories }: Pick<Database, 'repositories'>,
  before: AnswerRow | null,
  source: DataSourceId,
): Promise<AskedBack | null> {
  const { outcome, receipt, dataSourceId } = before ?? {};
  if (!before || outcome !== 'needs_clarification' || receipt?.engine !== 'model' || dataSourceId !== source) return null;
  const events = (await repositories.runEvents.listAfter(before.id, 0)).map(({ event }) => event);
  const question = events.find((event) => event.type === 'started')?.question;
  const prompt = events.find((event) => event.type === 'clarification')?.prompt;
  return question && prompt ? { kind: 'asked', question, prompt, mayHoldValues: mayHoldValues(receipt) } : null;
}
