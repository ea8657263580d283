import type { AnswerEvent } from '@majed-vanna/contract';
import type { AnswerRun, Found } from '../answer-run.ts';
import { statementOfModel } from '../answer-statement.ts';
import { askModel } from '../ask-model.ts';
import { troubleWords, WORDS } from '../words.ts';

/** The language model of the actor, if there is one; when it fails, the next way has the question. */
export async function* languageModel(run: AnswerRun): AsyncGenerator<AnswerEvent, Found | null> {
  const { ports, facts, timer, language, notices, request, connected } = run;
  if (!ports.agent) return null;
  yield* run.interpretation();
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
  yield* timer.done(detail);
  if (outcome.kind === 'asks') {
    const options = outcome.asked.options.map((option, index) => ({ id: String(index + 1), ...option }));
    yield { type: 'clarification', prompt: outcome.asked.prompt, options };
    return { kind: 'over', answered: { outcome: 'needs_clarification' } };
  }
  yield { type: 'sql', sql: outcome.statement.sql, dialect: connected.warehouse.dialect };
  return { kind: 'statement', statement: statementOfModel(outcome, request.question) };
}
