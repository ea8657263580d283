import type { AnswerEvent } from '@majed-vanna/contract';
import type { Reading } from '@majed-vanna/nlq';
import type { AnswerRun, Found } from '../answer-run.ts';
import { statementOfReading } from '../answer-statement.ts';

/** What the embedded engine read, and the statement it comes to. */
export async function* tellReading(run: AnswerRun, reading: Reading): AsyncGenerator<AnswerEvent, Found> {
  const { timer, facts, request, today, semantics } = run;
  yield* timer.done({ confidence: Math.round(reading.confidence * 100) / 100 });
  yield { type: 'understood', understanding: { parts: [...reading.understood], confidence: reading.confidence } };
  facts.understood = reading.understood;
  yield { type: 'sql', sql: reading.sql, dialect: reading.dialect };
  return { kind: 'statement', statement: statementOfReading(reading, semantics.model, { question: request.question, today }) };
}
