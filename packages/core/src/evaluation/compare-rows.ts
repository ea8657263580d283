import { type Comparable, sameValue } from './comparable-value.ts';

export type ComparableRows = readonly (readonly Comparable[])[];

/** Rows that are alike in their texts are few, unless they have none: then sorting must do. */
const MATCHED_ONE_BY_ONE = 300;

/** Do both hold the same rows, in the same order? */
export function sameList(left: ComparableRows, right: ComparableRows): boolean {
  return left.length === right.length && left.every((row, index) => sameRow(row, right[index] ?? []));
}

/** Do both hold the same rows equally often, in whatever order? */
export function sameBag(left: ComparableRows, right: ComparableRows): boolean {
  if (left.length !== right.length) return false;
  const wanted = byTexts(left);
  const found = byTexts(right);
  if (wanted.size !== found.size) return false;
  for (const [texts, rows] of wanted) if (!sameNumbers(rows, found.get(texts) ?? [])) return false;
  return true;
}

function sameRow(left: readonly Comparable[], right: readonly Comparable[]): boolean {
  return left.length === right.length && left.every((value, index) => sameValue(value, right[index] ?? ''));
}

/** Texts are equal or not: they say which rows may belong together at all. */
function byTexts(rows: ComparableRows): Map<string, number[][]> {
  const groups = new Map<string, number[][]>();
  for (const row of rows) {
    const texts = JSON.stringify(row.map((value) => (typeof value === 'string' ? value : 0)));
    const numbers = row.filter((value) => typeof value === 'number');
    const group = groups.get(texts);
    if (group) group.push(numbers);
    else groups.set(texts, [numbers]);
  }
  return groups;
}

function sameNumbers(left: readonly number[][], right: readonly number[][]): boolean {
  if (left.length !== right.length) return false;
  const order = exactFirst(left);
  const sorted = (rows: readonly number[][]) => rows.map((row) => order.map((index) => row[index] ?? 0)).sort(byValue);
  const [wanted, found] = [sorted(left), sorted(right)];
  if (sameList(wanted, found)) return true;
  // Near equal values may sort apart: the few are matched one by one.
  if (wanted.length > MATCHED_ONE_BY_ONE) return false;
  return wanted.every((row) => {
    const at = found.findIndex((other) => sameRow(row, other));
    if (at >= 0) found.splice(at, 1);
    return at >= 0;
  });
}

/** Columns of whole numbers sort the same on both sides; those with fractions come last. */
function exactFirst(rows: readonly number[][]): number[] {
  const columns = Array.from({ length: rows[0]?.length ?? 0 }, (_, index) => index);
  const whole = columns.filter((index) => rows.every((row) => Number.isInteger(row[index])));
  return [...whole, ...columns.filter((index) => !whole.includes(index))];
}

function byValue(left: readonly number[], right: readonly number[]): number {
  for (const [index, value] of left.entries()) if (value !== right[index]) return value - (right[index] ?? 0);
  return 0;
}
