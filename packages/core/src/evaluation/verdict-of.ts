import type { ExpectedOutcome, Outcome, Verdict } from '@majed-vanna/contract';

/** What an outcome is worth where its result need not be looked at; null where it answers, as it should. */
export function verdictOf(expected: ExpectedOutcome, outcome: Outcome): Verdict | null {
  if (outcome === 'failed') return 'failed';
  if (outcome === 'answered') return expected === 'answer' ? null : 'answered_wrongly';
  if (outcome === 'refused') return expected === 'refusal' ? 'refused_rightly' : 'refused_wrongly';
  return expected === 'clarification' ? 'asked_rightly' : 'asked_wrongly';
}
