import { CAUSES, type Cause } from './nlq-failures.ts';

export interface Count {
  n: number;
  answered: number;
  asked: number;
  refused: number;
  strict: number;
  relaxed: number;
  /** Asked, and one of the offered readings is strictly right. */
  askedRight: number;
  /** Right answers whose chart is known, and those that were drawn as it. */
  charts: number;
  chartsRight: number;
}

export interface Example {
  readonly id: string;
  readonly question: string;
  readonly gold: string | null;
  readonly predicted: string | null;
  readonly note: string;
}

/** Counts of one set, per tag, and its failures by cause. */
export function createTally() {
  const total = emptyCount();
  const perTag = new Map<string, Count>();
  const perCause = new Map<Cause | 'right', Example[]>();
  return { total, perTag, perCause, add };

  function add(tags: readonly string[], outcome: Partial<Count>, cause: Cause | 'right', example: Example): void {
    for (const count of [total, ...tags.filter((tag) => !tag.startsWith('domain:')).map(ofTag)]) {
      count.n += 1;
      count.answered += outcome.answered ?? 0;
      count.asked += outcome.asked ?? 0;
      count.refused += outcome.refused ?? 0;
      count.strict += outcome.strict ?? 0;
      count.relaxed += outcome.relaxed ?? 0;
      count.askedRight += outcome.askedRight ?? 0;
      count.charts += outcome.charts ?? 0;
      count.chartsRight += outcome.chartsRight ?? 0;
    }
    perCause.set(cause, [...(perCause.get(cause) ?? []), example]);
  }

  function ofTag(tag: string): Count {
    const count = perTag.get(tag) ?? emptyCount();
    perTag.set(tag, count);
    return count;
  }
}

export type Tally = ReturnType<typeof createTally>;

/** Shares in percent, one digit; null where there is nothing to divide by. */
export function shares(count: Count) {
  return {
    n: count.n,
    strict: percent(count.strict, count.n),
    relaxed: percent(count.relaxed, count.n),
    coverage: percent(count.answered, count.n),
    precisionStrict: percent(count.strict, count.answered),
    precisionRelaxed: percent(count.relaxed, count.answered),
    asked: percent(count.asked, count.n),
    refused: percent(count.refused, count.n),
    askedRight: percent(count.askedRight, count.n),
    ...(count.charts > 0 ? { chart: percent(count.chartsRight, count.charts) } : {}),
  };
}

export function failuresByCause(tally: Tally): Record<string, number> {
  return Object.fromEntries(CAUSES.map((cause) => [cause, tally.perCause.get(cause)?.length ?? 0]));
}

const percent = (part: number, whole: number) => (whole === 0 ? null : Math.round((1000 * part) / whole) / 10);
const emptyCount = (): Count => ({
  n: 0,
  answered: 0,
  asked: 0,
  refused: 0,
  strict: 0,
  relaxed: 0,
  askedRight: 0,
  charts: 0,
  chartsRight: 0,
});
