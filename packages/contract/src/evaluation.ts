import { z } from 'zod';

/** What should come of a golden question. */
export const expectedOutcome = z.enum(['answer', 'clarification', 'refusal']);
export type ExpectedOutcome = z.infer<typeof expectedOutcome>;

/** What is asked: the embedded engine alone, or as everybody asks at the moment, with the active language model. */
export const evaluationEngine = z.enum(['embedded', 'current']);
export type EvaluationEngine = z.infer<typeof evaluationEngine>;

/**
 * How one case came out. `right_loosely`: the right rows in another order or with further columns; it does not count as
 * right in the strict score. `failed`: the pipeline, or the statement that is known to be right, did not run.
 */
export const verdict = z.enum([
  'right',
  'right_loosely',
  'wrong',
  'refused_wrongly',
  'asked_wrongly',
  'refused_rightly',
  'asked_rightly',
  'answered_wrongly',
  'failed',
]);
export type Verdict = z.infer<typeof verdict>;

const GOOD: readonly Verdict[] = ['right', 'refused_rightly', 'asked_rightly'];

/** Whether a case came out exactly as it should. */
export const isGoodVerdict = (of: Verdict): boolean => GOOD.includes(of);
