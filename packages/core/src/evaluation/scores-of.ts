import type { EvaluationScores, ExpectedOutcome, Verdict } from '@majed-vanna/contract';

interface Scored {
  readonly expected: ExpectedOutcome;
  readonly verdict: Verdict;
  readonly ms: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly cost: number | null;
  /** Who wrote the statement. */
  readonly engine: string | null;
}

const ANSWERED: readonly Verdict[] = ['right', 'right_loosely', 'wrong', 'answered_wrongly'];

/** What an evaluation says as a whole. */
export function scoresOf(results: readonly Scored[]): EvaluationScores {
  const counts: Partial<Record<Verdict, number>> = {};
  for (const { verdict } of results) counts[verdict] = (counts[verdict] ?? 0) + 1;
  const count = (...verdicts: readonly Verdict[]) => verdicts.reduce((total, verdict) => total + (counts[verdict] ?? 0), 0);
  const answerable = results.filter(({ expected }) => expected === 'answer');
  const strict = count('right', 'refused_rightly', 'asked_rightly');
  const sum = (pick: (result: Scored) => number) => results.reduce((total, result) => total + pick(result), 0);
  return {
    counts,
    accuracy: share(strict, results.length),
    looseAccuracy: share(strict + count('right_loosely'), results.length),
    precision: share(count('right'), count(...ANSWERED)),
    coverage: share(answerable.filter(({ verdict }) => ANSWERED.includes(verdict)).length, answerable.length),
    restraint: share(count('refused_rightly', 'asked_rightly'), results.length - answerable.length),
    medianMs: median(results.map(({ ms }) => ms)),
    inputTokens: sum(({ inputTokens }) => inputTokens),
    outputTokens: sum(({ outputTokens }) => outputTokens),
    byModel: results.filter(({ engine }) => engine === 'model').length,
    cost: results.some(({ cost }) => cost === null) ? null : sum(({ cost }) => cost ?? 0),
  };
}

const share = (part: number, whole: number) => (whole === 0 ? null : part / whole);

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) return null;
  return sorted.length % 2 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}
