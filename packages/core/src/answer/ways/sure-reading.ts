import type { AnswerEvent } from '@majed-vanna/contract';
import type { AnswerRun, Found } from '../answer-run.ts';
import { isOutOfContext } from '../out-of-context.ts';
import { SURE } from '../sureness.ts';
import { possibleReading } from './possible-reading.ts';
import { tellReading } from './tell-reading.ts';

/** The embedded engine, where it is sure and knows what the words go on from, or where no model is needed. */
export async function* sureReading(run: AnswerRun): AsyncGenerator<AnswerEvent, Found | null> {
  const interpretation = yield* run.interpretation();
  if (interpretation.kind === 'ask' && interpretation.offersOnly) return yield* possibleReading(run);
  if (interpretation.kind !== 'answer' || interpretation.reading.confidence < SURE) return null;
  if (isOutOfContext(run, interpretation)) return null;
  return yield* tellReading(run, interpretation.reading);
}
