import { readsOnlyVisible, signatureOf } from '../retrieval/visibility.ts';
import type { AgentQuestion } from './agent-question.ts';
import type { EarlierTurn } from './earlier-turn.ts';
import type { VisibleModel } from './visible-model.ts';

/** The turns that speak of nothing but what may be seen now: policies change while a conversation goes on. */
export async function stillVisible(
  { earlier, semantics }: Pick<AgentQuestion, 'earlier' | 'semantics'>,
  visible: VisibleModel,
): Promise<readonly EarlierTurn[]> {
  if (signatureOf(semantics.model, visible) === null) return earlier;
  const seen = await Promise.all(earlier.map((turn) => turn.kind === 'answered' && readsOnlyVisible(turn, semantics, visible)));
  return earlier.filter((_turn, at) => seen[at]);
}
