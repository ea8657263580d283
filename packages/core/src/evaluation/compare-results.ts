import { type Comparable, comparable, type ResultValue } from './comparable-value.ts';
import { type ComparableRows, sameBag, sameList } from './compare-rows.ts';

export type { ResultValue } from './comparable-value.ts';
export { ordersRows } from './orders-rows.ts';

export type ResultRows = readonly (readonly ResultValue[])[];

/** `loosely`: the same rows in another order, or with further columns. */
export type Likeness = 'same' | 'loosely' | 'different';

/** Columns that hold the same values can stand for each other in many ways; so many are tried. */
const MAX_COLUMN_ORDERS = 200;
const MAX_STEPS = 20_000;

/**
 * Do two results say the same? Columns may stand in any order: they are told apart by what they hold. Rows count as often
 * as they come; their order counts where the right statement orders them (`ordered`). Execution accuracy as in the
 * Spider and BIRD benchmarks, but with tolerance for floating point numbers.
 */
export function compareResults(gold: ResultRows, predicted: ResultRows, { ordered }: { readonly ordered: boolean }): Likeness {
  if (gold.length !== predicted.length) return 'different';
  if (gold.length === 0) return 'same';
  const [left, right] = [gold.map((row) => row.map(comparable)), predicted.map((row) => row.map(comparable))];
  const [wanted, given] = [left[0]?.length ?? 0, right[0]?.length ?? 0];
  if (given < wanted) return 'different';
  if (given === wanted && ordered && matches(left, right, sameList)) return 'same';
  if (!matches(left, right, sameBag)) return 'different';
  return given === wanted && !ordered ? 'same' : 'loosely';
}

function matches(left: ComparableRows, right: ComparableRows, same: typeof sameBag): boolean {
  const choices = candidates(left, right, same);
  if (!choices) return false;
  let tried = 0;
  for (const order of columnOrders(choices)) {
    const picked = right.map((row) => order.map((index) => row[index] ?? ''));
    if (same(left, picked)) return true;
    if (++tried >= MAX_COLUMN_ORDERS) return false;
  }
  return false;
}

/** Per left column the right ones that hold the same values, the one at the same place first; null when one has none. */
function candidates(left: ComparableRows, right: ComparableRows, same: typeof sameBag): number[][] | null {
  const column = (rows: ComparableRows, index: number): Comparable[][] => rows.map((row) => [row[index] ?? '']);
  const rightColumns = Array.from({ length: right[0]?.length ?? 0 }, (_, index) => column(right, index));
  const choices: number[][] = [];
  for (let index = 0; index < (left[0]?.length ?? 0); index++) {
    const wanted = column(left, index);
    const found = rightColumns.flatMap((values, at) => (same(wanted, values) ? [at] : []));
    if (found.length === 0) return null;
    choices.push(found.sort((a, b) => Number(b === index) - Number(a === index)));
  }
  return choices;
}

/** Pairs every left column with another right one. Where columns are alike, the dead ends alone could be millions. */
function* columnOrders(choices: readonly number[][]): Generator<number[]> {
  let steps = 0;
  yield* extend([]);

  function* extend(taken: readonly number[]): Generator<number[]> {
    const next = choices[taken.length];
    if (!next) yield [...taken];
    else for (const column of next) if (steps++ < MAX_STEPS && !taken.includes(column)) yield* extend([...taken, column]);
  }
}
