import { isLongInterval } from './interval-length.ts';
import { refuse } from './refuse.ts';
import { listOf, literalNumber, nodeOf, type Tree } from './tree.ts';

const MAX_NUMBERS = 10_000;
/** Years of dates that data speaks of: two centuries of days are 73,000 rows. */
const PLAUSIBLE_DATE = /^(19|20|21)\d\d-\d\d-\d\d/;
const TODAY = new Set(['current_date', 'current_timestamp', 'now', 'today']);

/** Refuses `range` and `generate_series` whose length is not bounded by what is written: a trillion rows are as quickly written as ten. */
export function checkSeries(name: string, args: readonly unknown[]) {
  if (isNumberSeries(args) || isDateSeries(args)) return;
  refuse(
    'table_function',
    `${name} is accepted for at most ${MAX_NUMBERS} whole numbers written out, or for dates by day or longer.`,
    name,
    `Write ${name}(1, 12), or ${name}(DATE '2025-01-01', DATE '2025-12-01', INTERVAL 1 MONTH).`,
  );
}

function isNumberSeries(args: readonly unknown[]): boolean {
  const [first, second, step = 1] = args.map(literalNumber);
  if (first === null || first === undefined || step === null || step === 0) return false;
  const span = args.length === 1 ? first : typeof second === 'number' ? second - first : Number.POSITIVE_INFINITY;
  return Math.abs(span / step) <= MAX_NUMBERS;
}

function isDateSeries(args: readonly unknown[]): boolean {
  const [from, to, step] = args;
  const interval = nodeOf(step);
  return (
    args.length === 3 && interval?.type === 'interval' && isLongInterval(interval.body) && isPlausibleDate(from) && isPlausibleDate(to)
  );
}

/** A written date of a plausible year, today, a column, or the first or last date of one; moved by days or longer at most. */
function isPlausibleDate(value: unknown): boolean {
  const node = nodeOf(value);
  switch (node?.type) {
    case 'literal':
      return typeof node.body.value === 'string' && PLAUSIBLE_DATE.test(node.body.value);
    case 'column':
      return true;
    case 'paren':
    case 'cast':
    case 'min':
    case 'max':
    case 'subquery':
      return isPlausibleDate(node.body.this);
    case 'select':
      return listOf(node.body.expressions).length === 1 && isPlausibleDate(unaliased(listOf(node.body.expressions)[0]));
    case 'add':
    case 'sub':
      return isPlausibleDate(node.body.left) && isLongIntervalNode(node.body.right);
    case 'function':
      return TODAY.has(calleeOf(node.body)) || (calleeOf(node.body) === 'date_trunc' && isPlausibleDate(listOf(node.body.args)[1]));
    case 'date_trunc':
      return isPlausibleDate(node.body.this);
    default:
      return false;
  }
}

function isLongIntervalNode(value: unknown): boolean {
  const node = nodeOf(value);
  return node?.type === 'interval' && isLongInterval(node.body);
}

function calleeOf(body: Tree): string {
  return String(body.name).toLowerCase();
}

function unaliased(item: unknown): unknown {
  const node = nodeOf(item);
  return node?.type === 'alias' ? node.body.this : item;
}
