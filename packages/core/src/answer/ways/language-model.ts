import type { AnswerEvent } from '@majed-vanna/contract';
import type { Interpretation } from '@majed-vanna/nlq';
import { tidySentence } from '../../agent/tidy-sentence.ts';
import type { AnswerRun, Found } from '../answer-run.ts';
import { statementOfModel } from '../answer-statement.ts';
import { askModel } from '../ask-model.ts';
import { figureCheck } from '../spoken-figures.ts';
import { suggestedInstead } from '../suggested-instead.ts';
import { troubleWords, WORDS } from '../words.ts';

/** The language model of the actor, if there is one; when it fails, the next way has the question. What it says of the data stands. */
export async function* languageModel(run: AnswerRun): AsyncGenerator<AnswerEvent, Found | null> {
  const { ports, facts, timer, language, notices, request, connected } = run;
  if (!ports.agent) return null;
  const interpretation = yield* run.interpretation();
  const outcome = yield* askModel(ports.agent, run);
  if (outcome === null) return null;
  const { model, tokens } = outcome;
  facts.model = { name: model, tokens, answered: outcome.kind !== 'failed' };
  const detail = { model, calls: outcome.calls, tokens: tokens.input + tokens.output };
  if (outcome.kind === 'failed') {
    notices.push(`${troubleWords(outcome.trouble, language)} ${WORDS[language].answeredInstead}`);
    facts.modelTrouble = outcome.trouble;
    yield* timer.fail({ ...detail, code: outcome.trouble });
    yield timer.begin('understand');
    return null;
  }
  if (outcome.kind === 'declined') {
    yield* timer.done({ ...detail, outcome: 'refuse' });
    const near = nearby(interpretation);
    yield { type: 'refusal', reason: reasonOf(outcome.text), refusal: null, suggestions: await suggestedInstead(run, near) };
    return { kind: 'over', answered: { outcome: 'refused' } };
  }
  yield* timer.done(detail);
  if (outcome.kind === 'asks') {
    const options = outcome.asked.options.map((option, index) => ({ id: String(index + 1), ...option }));
    yield { type: 'clarification', prompt: outcome.asked.prompt, options };
    return { kind: 'over', answered: { outcome: 'needs_clarification' } };
  }
  yield { type: 'sql', sql: outcome.statement.sql, dialect: connected.warehouse.dialect };
  return { kind: 'statement', statement: statementOfModel(outcome, { question: request.question, today: run.today }) };

  /** In the model's words, where they may be shown. */
  function reasonOf(text: string | null): string {
    if (text === null) return WORDS[language].modelRefused;
    const sentence = tidySentence(text, language);
    return sentence !== null && figureCheck([], request.question)(sentence) ? sentence : WORDS[language].modelDeclined;
  }
}

/** What the embedded engine would have offered in its place. */
function nearby(interpretation: Interpretation): readonly string[] {
  switch (interpretation.kind) {
    case 'refuse':
      return interpretation.suggestions;
    case 'ask':
      return interpretation.readings.map(({ question }) => question);
    case 'answer':
      return [];
  }
}
