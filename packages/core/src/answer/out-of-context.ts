import type { Interpretation } from '@majed-vanna/nlq';
import type { AnswerRun } from './answer-run.ts';

/**
 * The words lean on an answer before that the embedded engine cannot go on from, e.g. because a model wrote it: what it
 * reads in them alone is not what was asked.
 */
export function isOutOfContext({ leaning, previousPlan }: AnswerRun, interpretation: Interpretation): boolean {
  const answers = interpretation.kind === 'answer';
  if (interpretation.kind === 'ask' && interpretation.offersOnly) return false;
  if (leaning === 'whole' || (answers && interpretation.goesOn)) return false;
  if (leaning === 'unclear') return answers && previousPlan === null;
  return answers || previousPlan === null;
}
