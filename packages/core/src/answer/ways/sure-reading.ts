import type { AnswerEvent } from '@majed-vanna/contract';
import type { Reading } from '@majed-vanna/nlq';
import type { AnswerRun, Found } from '../answer-run.ts';
import { statementOfReading } from '../answer-statement.ts';
import { isOutOfContext } from '../out-of-context.ts';
import { SURE } from '../sureness.ts';

/** The embedded engine, where it is sure, and knows what the words go on from. */
export async function* sureReading(run: AnswerRun): AsyncGenerator<AnswerEvent, Found | null> {
  const interpretation = yield* run.interpretation();
  if (interpretation.kind !== 'answer' || interpretation.reading.confidence < SURE) return null;
  if (isOutOfContext(run, interpretation)) return null;
  return yield* tellReading(run, interpretation.reading);
}

export async function* tellReading(run: AnswerRun, reading: Reading): AsyncGenerator<AnswerEvent, Found> {
  const { timer, facts, request, today, semantics } = run;
  yield* timer.done({ confidence: Math.round(reading.confidence * 100) / 100 });
  yield { type: 'understood', understanding: { parts: [...reading.understood], confidence: reading.confidence } };
  facts.understood = reading.understood;
  yield { type: 'sql', sql: reading.sql, dialect: reading.dialect };
  return { kind: 'statement', statement: statementOfReading(reading, semantics.model, { question: request.question, today }) };
}
