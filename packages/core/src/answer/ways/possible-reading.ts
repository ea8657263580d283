import type { AnswerEvent } from '@majed-vanna/contract';
import type { AnswerRun, Found } from '../answer-run.ts';
import { troubleWords } from '../words.ts';
import { tellReading } from './sure-reading.ts';
import { nearVerified } from './verified-question.ts';

/** What the embedded engine has, however sure it is: an answer, a question back, or a refusal with what it can answer. */
export async function* possibleReading(run: AnswerRun): AsyncGenerator<AnswerEvent, Found> {
  const { timer, language, semantics, facts } = run;
  const interpretation = yield* run.interpretation();
  if (interpretation.kind === 'answer') return yield* tellReading(run, interpretation.reading);
  yield* timer.done({ outcome: interpretation.kind });
  if (interpretation.kind === 'ask') {
    const options = interpretation.readings.map(({ label, question }, index) => ({ id: String(index + 1), label, question }));
    yield { type: 'clarification', prompt: interpretation.prompt, options };
    return { kind: 'over', answered: { outcome: 'needs_clarification' } };
  }
  const known = interpretation.suggestions.length > 0 ? [...interpretation.suggestions] : semantics.engine.suggest(language, 3);
  const suggestions = [...new Set([...(await nearVerified(run, 2)), ...known])];
  yield {
    type: 'refusal',
    reason: [interpretation.reason, facts.modelTrouble ? troubleWords(facts.modelTrouble, language) : ''].join(' ').trim(),
    refusal: null,
    suggestions,
  };
  return { kind: 'over', answered: { outcome: 'refused' } };
}
