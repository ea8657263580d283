import { ordersRows } from '@majed-vanna/core/compare-results';
import type { StatementReading, Verdict } from './nlq-judge.ts';

export const CAUSES = [
  'refused',
  'asked',
  'invalid SQL',
  'wrong tables',
  'wrong columns',
  'wrong aggregate',
  'wrong filter',
  'wrong order or limit',
  'surplus or missing output',
  'other',
] as const;
export type Cause = (typeof CAUSES)[number];

/** Why a prediction is not the right answer: the first difference between what the two statements read and do. */
export function causeOf(gold: string, predicted: string, verdict: Verdict): Cause {
  if (verdict.invalid !== null) return 'invalid SQL';
  const { gold: wanted, predicted: found } = verdict.readings;
  if (!wanted || !found) return 'other';
  if (differ(tables(wanted), tables(found))) return 'wrong tables';
  if (verdict.relaxed && !verdict.strict) return 'surplus or missing output';
  const [left, right] = [traits(gold), traits(predicted)];
  if (differ(aggregates(wanted, left), aggregates(found, right))) return 'wrong aggregate';
  if (differ(named(wanted), named(found))) return 'wrong columns';
  if (differ(left.literals, right.literals) || differ(left.operators, right.operators)) return 'wrong filter';
  if (left.order !== right.order) return 'wrong order or limit';
  return 'other';
}

const tables = (reading: StatementReading) => reading.columns.map((column) => column.split('.')[0] ?? '');
const named = (reading: StatementReading) => reading.columns.filter((column) => !column.endsWith('.'));
const AGGREGATES = new Set(['count', 'sum', 'avg', 'min', 'max', 'total']);
const aggregates = (reading: StatementReading, of: Traits) => [
  ...reading.functions.filter((name) => AGGREGATES.has(name)),
  of.grouped,
  of.distinct,
];

interface Traits {
  readonly literals: readonly string[];
  readonly operators: readonly string[];
  readonly grouped: string;
  readonly distinct: string;
  readonly order: string;
}

/** What can be told from the words of a statement without parsing it. */
function traits(sql: string): Traits {
  const limit = /\blimit\s+(\d+)/i.exec(sql)?.[1] ?? '';
  const text = sql.replace(/\blimit\s+\d+/gi, ' ');
  const strings = [...text.matchAll(/'((?:[^']|'')*)'/g)].map((match) => (match[1] ?? '').toLowerCase().replaceAll('%', ''));
  const rest = text.replace(/'(?:[^']|'')*'/g, ' ').replace(/"[^"]*"/g, ' ');
  const numbers = [...rest.matchAll(/(?<![\w.])\d+(?:\.\d+)?/g)].map((match) => String(Number(match[0])));
  const operators = [
    ...rest.replace(/<>/g, '!=').matchAll(/>=|<=|!=|>|<|\bnot\b|\blike\b|\bbetween\b|\bnull\b|\bexcept\b|\bintersect\b|\bor\b/gi),
  ].map((match) => match[0].toLowerCase());
  const descending = ordersRows(sql) ? (/\border\s+by\b.*\bdesc\b/is.test(sql) ? 'desc' : 'asc') : '';
  return {
    literals: [...strings, ...numbers],
    operators,
    grouped: /\bgroup\s+by\b/i.test(sql) ? 'grouped' : '',
    distinct: /\bdistinct\b/i.test(sql) ? 'distinct' : '',
    order: `${descending} ${limit}`,
  };
}

/** As sets: how often a thing is named depends on the writer's habits. */
function differ(left: readonly string[], right: readonly string[]): boolean {
  return left.some((item) => !right.includes(item)) || right.some((item) => !left.includes(item));
}
