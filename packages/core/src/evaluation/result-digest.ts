import { type Comparable, comparable, type ResultValue } from './comparable-value.ts';
import type { Likeness } from './compare-results.ts';

/** A result too large to be kept, as sums that tell it from another one. */
export interface ResultDigest {
  rows: number;
  /** Per column, whatever the order of its values. */
  readonly columns: Sum[];
  /** Of all rows, whatever their order and that of their columns. */
  readonly bag: Sum;
  /** Of all rows in their order. */
  list: Sum;
}

type Sum = [number, number];

export function createDigest(width: number): ResultDigest {
  return { rows: 0, columns: Array.from({ length: width }, (): Sum => [0, 0]), bag: [0, 0], list: [0, 0] };
}

export function addRow(digest: ResultDigest, row: readonly ResultValue[]): void {
  const cells = row.map((value) => written(comparable(value)));
  for (const [index, cell] of cells.entries()) {
    const sum = digest.columns[index];
    if (sum) add(sum, hash(cell));
  }
  const whole = hash(cells.toSorted().join('\u0001'));
  add(digest.bag, whole);
  digest.list = hash(`${digest.list.join()} ${whole.join()}`);
  digest.rows++;
}

/** As `compareResults`, for results that hold the same number of columns; of others it can only say that they differ. */
export function compareDigests(gold: ResultDigest, predicted: ResultDigest, { ordered }: { readonly ordered: boolean }): Likeness {
  const columns = ({ columns: sums }: ResultDigest) => sums.map(String).sort().join(' ');
  const alike = gold.rows === predicted.rows && columns(gold) === columns(predicted) && String(gold.bag) === String(predicted.bag);
  if (!alike) return 'different';
  return ordered && String(gold.list) !== String(predicted.list) ? 'loosely' : 'same';
}

/** Numbers to nine figures and four digits: sums of floating point numbers differ beyond. */
function written(value: Comparable): string {
  if (typeof value === 'string') return value;
  return String(Number.isInteger(value) ? value : Number(Number(value.toPrecision(9)).toFixed(4)));
}

function add(sum: Sum, more: Sum): void {
  sum[0] = (sum[0] + more[0]) >>> 0;
  sum[1] = (sum[1] + more[1]) >>> 0;
}

/** Two 32-bit FNV-1a lanes with a final mix; nobody attacks this, it only has to be quick. */
function hash(text: string): Sum {
  let [a, b] = [0x811c9dc5, 0x01000193];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x85ebca6b);
  }
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b);
  b = Math.imul(b ^ (b >>> 15), 0xc2b2ae35);
  return [(a ^ (a >>> 13)) >>> 0, (b ^ (b >>> 16)) >>> 0];
}
