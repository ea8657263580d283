import type { AnswerEvent } from '@majed-vanna/contract';
import type { AnswerRun, Found } from '../answer-run.ts';
import { isOutOfContext } from '../out-of-context.ts';
import { suggestedInstead } from '../suggested-instead.ts';
import { troubleWords, WORDS } from '../words.ts';
import { tellReading } from './tell-reading.ts';

/** What the embedded engine has, however sure it is: an answer, a question back, or a refusal with what it can answer. */
export async function* possibleReading(run: AnswerRun): AsyncGenerator<AnswerEvent, Found> {
  const { timer, language, facts } = run;
  const interpretation = yield* run.interpretation();
  if (isOutOfContext(run, interpretation)) {
    const { cannotGoOn, cannotChangeSo, nothingBefore } = WORDS[language];
    const why = run.previousPlan ? cannotChangeSo : run.request.earlier.length > 0 ? cannotGoOn : nothingBefore;
    return yield* refused(why, []);
  }
  if (interpretation.kind === 'answer') return yield* tellReading(run, interpretation.reading);
  if (interpretation.kind === 'ask') {
    yield* timer.done({ outcome: 'ask' });
    const options = interpretation.readings.map(({ label, question }, index) => ({ id: String(index + 1), label, question }));
    yield { type: 'clarification', prompt: interpretation.prompt, options };
    return { kind: 'over', answered: { outcome: 'needs_clarification' } };
  }
  return yield* refused(interpretation.reason, interpretation.suggestions);

  async function* refused(why: string, near: readonly string[]): AsyncGenerator<AnswerEvent, Found> {
    yield* timer.done({ outcome: 'refuse' });
    const reason = [why, facts.modelTrouble ? troubleWords(facts.modelTrouble, language) : ''].join(' ').trim();
    yield { type: 'refusal', reason, refusal: null, suggestions: await suggestedInstead(run, near) };
    return { kind: 'over', answered: { outcome: 'refused' } };
  }
}
