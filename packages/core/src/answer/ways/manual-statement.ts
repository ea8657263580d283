import type { AnswerEvent } from '@majed-vanna/contract';
import type { AnswerRun, Found } from '../answer-run.ts';
import { statementAsWritten } from '../answer-statement.ts';

/** A statement that a person wrote takes the way of every other; nothing else is tried in its place. */
export async function* manualStatement({ request, today, timer, facts, connected }: AnswerRun): AsyncGenerator<AnswerEvent, Found | null> {
  if (!request.statement) return null;
  yield* timer.done();
  facts.engine = 'manual';
  yield { type: 'sql', sql: request.statement, dialect: connected.warehouse.dialect };
  return { kind: 'statement', statement: statementAsWritten(request.statement, { question: request.question, today }, null) };
}
