import type { Analysis } from './analysis.ts';
import { isLongInterval } from './interval-length.ts';
import { refuse } from './refuse.ts';
import { listOf, literalNumber, nodeOf, type Tree } from './tree.ts';

const MAX_NUMBERS = 10_000;
/** What all series of a statement may make when each is multiplied with each: lambdas and unnesting do that without a join. */
const MAX_TOGETHER = 10_000_000;
/** What a series of dates counts there: a year of them by day, or a century by year. */
const USUAL_DATES = 100;
/** Years of dates that data speaks of: two centuries of days are 73,000 rows. */
export const PLAUSIBLE_DATE = /^(19|20|21)\d\d-\d\d-\d\d/;
const TODAY = new Set(['current_date', 'current_timestamp', 'now', 'today']);

/** Refuses `range` and `generate_series` whose length is not bounded by what is written: a trillion rows are as quickly written as ten. */
export function checkSeries({ series }: Analysis, name: string, args: readonly unknown[]) {
  const numbers = lengthOfNumbers(args);
  const bounded = numbers !== null && numbers <= MAX_NUMBERS;
  if (bounded || isDateSeries(args)) {
    series.push(bounded ? Math.max(1, numbers) : USUAL_DATES);
    if (series.reduce((product, length) => product * length, 1) <= MAX_TOGETHER) return;
    refuse(
      'table_function',
      `The series of this statement could make more than ${MAX_TOGETHER} rows together.`,
      name,
      'Write shorter ones.',
    );
  }
  refuse(
    'table_function',
    `${name} is accepted for at most ${MAX_NUMBERS} whole numbers written out, or for dates by day or longer.`,
    name,
    `Write ${name}(1, 12), or ${name}(DATE '2025-01-01', DATE '2025-12-01', INTERVAL 1 MONTH).`,
  );
}

/** Null when it is not written out in numbers. */
function lengthOfNumbers(args: readonly unknown[]): number | null {
  const [first, second, step = 1] = args.map(literalNumber);
  if (first === null || first === undefined || step === null || step === 0) return null;
  const span = args.length === 1 ? first : typeof second === 'number' ? second - first : Number.POSITIVE_INFINITY;
  return Math.abs(span / step);
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
