import type { AnswerEvent, FailedAttempt, Refusal } from '@majed-vanna/contract';
import { WarehouseError } from '@majed-vanna/warehouse';
import { seesValues } from '../agent/sees-values.ts';
import { explainDatabaseError } from '../database-errors/explain-database-error.ts';
import { explainRefusal } from '../database-errors/explain-refusal.ts';
import { readableTables } from '../database-errors/rewrite/failed-statement.ts';
import { namesValues } from '../semantics/names-values.ts';
import type { AnswerRun } from './answer-run.ts';
import { type AnswerStatement, statementOfModel } from './answer-statement.ts';
import { askModel } from './ask-model.ts';
import { toldOfFailure, toldOfRefusal } from './told-of-failure.ts';

export type FailedTry = { readonly kind: 'denied'; readonly refusal: Refusal } | { readonly kind: 'failed'; readonly error: unknown };

/**
 * A statement that no rule can mend is put to the actor's model, once, with the reason of the failure. Null when there is
 * none to ask, it was asked already, its wording is not what failed, or the statement may hold values that the model may not see.
 */
export async function* repairByModel(run: AnswerRun, sql: string, result: FailedTry): AsyncGenerator<AnswerEvent, AnswerStatement | null> {
  const { ports, facts, timer, request, connected, semantics } = run;
  const { agent } = ports;
  if (!agent || facts.model || facts.modelTrouble !== undefined) return null;
  const failure = await failureOf(run, sql, result);
  const endpoint = failure && (await agent.endpointFor(request.actor).catch(() => null));
  if (!failure || !endpoint) return null;
  if (!seesValues(connected.source.dataToLlm) && namesValues(sql, semantics)) {
    facts.model = { name: endpoint.model, tokens: { input: 0, output: 0 }, answered: false };
    facts.modelTrouble = 'values_hidden';
    return null;
  }
  yield* timer.fail();
  const attempt: FailedAttempt = { sql, problem: failure.problem };
  facts.attempts = [...(facts.attempts ?? []), attempt];
  yield { type: 'attempt', attempt };
  yield timer.begin('repair');
  const outcome = yield* askModel(agent, run, { sql, told: failure.told });
  if (outcome === null) return null;
  const { model, tokens, calls } = outcome;
  const detail = { model, calls, tokens: tokens.input + tokens.output };
  facts.model = { name: model, tokens, answered: outcome.kind === 'answered' };
  if (outcome.kind !== 'answered') {
    facts.modelTrouble = outcome.kind === 'failed' ? outcome.trouble : 'no_answer';
    yield* timer.fail({ ...detail, code: facts.modelTrouble });
    return null;
  }
  yield* timer.done(detail);
  // Whoever wrote the statement before, this one is the model's.
  delete facts.engine;
  yield { type: 'sql', sql: outcome.statement.sql, dialect: connected.warehouse.dialect };
  return statementOfModel(outcome, { question: request.question, today: run.today });
}

/** In words for the person and for the model; null when another statement would fail alike. */
async function failureOf(run: AnswerRun, sql: string, result: FailedTry): Promise<{ problem: string; told: string } | null> {
  const { ports, semantics, language, connected } = run;
  const { dialect } = connected.warehouse;
  const policy = await ports.policy(semantics);
  const failed = { sql, tables: readableTables(semantics.snapshot, policy) };
  if (result.kind === 'denied') {
    const { repair, words } = explainRefusal(result.refusal, dialect, failed);
    return repair.kind === 'none' ? null : { problem: words[language], told: toldOfRefusal(result.refusal, repair) };
  }
  const { error } = result;
  if (!(error instanceof WarehouseError)) return null;
  const explained = explainDatabaseError(error, dialect, failed);
  const told = toldOfFailure(error, explained, failed, { policy, dataToLlm: connected.source.dataToLlm });
  return told === null ? null : { problem: explained.words[language], told };
}
