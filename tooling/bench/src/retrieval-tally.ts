/** How well lists that were found hold what was wanted. */
export interface RetrievalTally {
  questions: number;
  /** The best found is one of those wanted. */
  first: number;
  /** Questions with everything wanted among the first 1, 3 and 5. */
  readonly all: Record<1 | 3 | 5, number>;
  wanted: number;
  /** Single wanted things among the first 5. */
  within5: number;
  reciprocal: number;
  milliseconds: number;
}

export function newTally(): RetrievalTally {
  return { questions: 0, first: 0, all: { 1: 0, 3: 0, 5: 0 }, wanted: 0, within5: 0, reciprocal: 0, milliseconds: 0 };
}

export function count(tally: RetrievalTally, found: readonly string[], wanted: ReadonlySet<string>, milliseconds: number): void {
  const ranks = [...wanted].map((each) => {
    const at = found.indexOf(each);
    return at < 0 ? Number.POSITIVE_INFINITY : at + 1;
  });
  const [best, worst] = [Math.min(...ranks), Math.max(...ranks)];
  tally.questions++;
  if (best === 1) tally.first++;
  for (const k of [1, 3, 5] as const) if (worst <= k) tally.all[k]++;
  tally.wanted += ranks.length;
  tally.within5 += ranks.filter((rank) => rank <= 5).length;
  tally.reciprocal += 1 / best;
  tally.milliseconds += milliseconds;
}

/** As figures: shares in per cent. */
export function figures({ questions, first, all, wanted, within5, reciprocal, milliseconds }: RetrievalTally) {
  const percent = (part: number, whole: number) => (whole === 0 ? 0 : Math.round((1_000 * part) / whole) / 10);
  return {
    questions,
    'first is right': percent(first, questions),
    'recall@1': percent(all[1], questions),
    'recall@3': percent(all[3], questions),
    'recall@5': percent(all[5], questions),
    'per table@5': percent(within5, wanted),
    MRR: questions === 0 ? 0 : Math.round((1_000 * reciprocal) / questions) / 1_000,
    ms: questions === 0 ? 0 : Math.round((10 * milliseconds) / questions) / 10,
  };
}
