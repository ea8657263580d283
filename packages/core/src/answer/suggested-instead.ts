import type { AnswerRun } from './answer-run.ts';
import { nearVerified } from './ways/verified-question.ts';

/** What can be asked in place of a question that is not answered: confirmed questions near it first. */
export async function suggestedInstead(run: AnswerRun, near: readonly string[]): Promise<string[]> {
  const known = near.length > 0 ? near : run.semantics.engine.suggest(run.language, 3);
  return [...new Set([...(await nearVerified(run, 2)), ...known])];
}
